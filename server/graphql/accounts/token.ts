/** Tokens, with which programs authenticate. */
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql'
import { isAtLeast, type Role, type Token } from '../../domain/account.ts'
import { refuse } from '../../domain/error.ts'
import type { Instant } from '../../domain/record/revision.ts'
import { checkText } from '../../domain/text.ts'
import { issueToken, tokensOf, userNamed } from '../../store/account.ts'
import { tokens } from '../../store/tables/work.ts'
import { userOf } from '../guard/access.ts'
import type { Context } from '../schema/context.ts'
import { change, type Outcome, orUserError, payloadOf } from '../schema/payload.ts'
import { DateTimeScalar } from '../schema/scalars.ts'
import { RoleEnum } from './role.ts'

@ObjectType('Token', {
  description: 'A secret with which a program authenticates. The secret is shown once, when the token is made.',
})
export class TokenType {
  @Field(() => String, { description: 'The first characters of the secret, which identify the token.' })
  readonly prefix!: string

  @Field(() => String, { description: 'What the token is for, as its owner wrote it.' })
  readonly label!: string

  @Field(() => RoleEnum, { description: 'What the token may do; never more than its owner.' })
  readonly role!: Role

  @Field(() => Boolean, { description: 'Whether the token may not change anything.' })
  readonly readOnly!: boolean

  @Field(() => DateTimeScalar, { description: 'When the token was made.' })
  readonly createdAt!: Instant

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the token expires; null if it does not expire.' })
  readonly expiresAt!: Instant | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the token was last used, to the minute; null if never.',
  })
  readonly lastUsedAt!: Instant | null

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the token was revoked; null if it was not.' })
  readonly revokedAt!: Instant | null
}

@ObjectType('IssuedToken', { description: 'A token that was just made, with its secret.' })
class IssuedTokenType {
  @Field(() => TokenType, { description: 'The token as it is stored.' })
  readonly token!: Token

  @Field(() => String, {
    description: 'The secret, to be sent as `Authorization: Bearer`. It is shown once; only its hash is stored.',
  })
  readonly secret!: string
}

@InputType('NewToken', { description: 'The token to make.' })
class NewTokenInput {
  @Field(() => String, { description: 'What the token is for, 1 to 100 characters.' })
  label!: string

  @Field(() => RoleEnum, { defaultValue: 'VIEWER', description: 'What the token may do; at most your own role.' })
  role!: Role

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the token may not change anything.' })
  readOnly!: boolean

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the token expires; null: it does not expire.' })
  expiresAt?: Instant | null
}

@InputType('TokenRevoking', { description: 'The token to revoke.' })
class TokenRevokingInput {
  @Field(() => String, { description: 'The prefix of the token, as `viewer { tokens { prefix } }` lists it.' })
  prefix!: string
}

const CreateTokenPayload = payloadOf(
  'CreateTokenPayload',
  'issued',
  () => IssuedTokenType,
  'the token; null if refused.',
)
const RevokeTokenPayload = payloadOf('RevokeTokenPayload', 'token', () => TokenType, 'the token; null if refused.')

@Resolver()
export class TokenResolver {
  @Mutation(() => CreateTokenPayload, { description: 'Makes a token of your own.' })
  async createToken(
    @Arg('input', () => NewTokenInput, { description: 'Label, role and expiry of the token.' }) input: NewTokenInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ issued: { token: Token; secret: string } }>> {
    return change(ctx, 'createToken', async (tx, note) => {
      const { label, role, readOnly, expiresAt = null } = input
      orUserError(checkText(label, 100), 'label')
      const own = ctx.caller.role as Role
      if (!isAtLeast(own, role)) {
        const rule = `a token may do at most what its maker may, and that is ${own}`
        orUserError(refuse('NOT_POSSIBLE', role, rule, `Give ${own} or less`), 'role')
      }
      if (expiresAt !== null && expiresAt <= tx.at) {
        orUserError(
          refuse('BAD_RANGE', expiresAt, 'it would have expired already', 'Give a later instant'),
          'expiresAt',
        )
      }
      const owner = await userNamed(tx, userOf(ctx.caller).name)
      if (owner === null) throw new Error('The caller has no account')
      const issued = await issueToken(tx, owner, { label, role, readOnly, expiresAt })
      const { prefix } = issued.token
      await note({
        noun: 'Token',
        key: prefix,
        before: null,
        after: { label, role: issued.token.role, readOnly, expiresAt },
      })
      return { issued }
    })
  }

  @Mutation(() => RevokeTokenPayload, { description: 'Revokes a token of your own, at once and for good.' })
  async revokeToken(
    @Arg('input', () => TokenRevokingInput, { description: 'The token to revoke.' }) { prefix }: TokenRevokingInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ token: Token }>> {
    return change(ctx, 'revokeToken', async (tx, note) => {
      const own = await tokensOf(tx, userOf(ctx.caller).id)
      const unknown = refuse(
        'UNKNOWN_ID',
        prefix,
        'none of your tokens begins so',
        'Look at viewer { tokens { prefix } }',
      )
      const token = orUserError(own.find((t) => t.prefix === prefix) ?? unknown, 'prefix')
      if (token.revokedAt !== null) return { token }
      await tx.alter(tokens, { id: token.id }, { revokedAt: tx.at })
      await note({ noun: 'Token', key: prefix, before: { revokedAt: null }, after: { revokedAt: tx.at } })
      return { token: { ...token, revokedAt: tx.at } }
    })
  }
}
