/** Tokens: what a program shows instead of a password. */
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql'
import { isAtLeast, type Role, type Token } from '../../domain/account.ts'
import { refuse } from '../../domain/error.ts'
import type { Instant } from '../../domain/record/revision.ts'
import { checkText } from '../../domain/text.ts'
import { issueToken, tokensOf, userNamed } from '../../store/account.ts'
import { tokens } from '../../store/tables/work.ts'
import { userOf } from '../guard/access.ts'
import type { Context } from '../schema/context.ts'
import { change, type Outcome, payloadOf, taken } from '../schema/payload.ts'
import { DateTimeScalar } from '../schema/scalars.ts'
import { RoleEnum } from './role.ts'

@ObjectType('Token', { description: 'What a program shows instead of a password. Its text is shown once, when made.' })
export class TokenType {
  @Field(() => String, { description: 'Its first letters, by which to tell it from others.' })
  readonly prefix!: string

  @Field(() => String, { description: 'What it is for.' })
  readonly label!: string

  @Field(() => RoleEnum, { description: 'What it may do; never more than its owner.' })
  readonly role!: Role

  @Field(() => Boolean, { description: 'Does it change nothing?' })
  readonly readOnly!: boolean

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  readonly createdAt!: Instant

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it holds; null: until revoked.' })
  readonly expiresAt!: Instant | null

  @Field(() => DateTimeScalar, { nullable: true, description: 'Last use, to the minute; null: never used.' })
  readonly lastUsedAt!: Instant | null

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked; null: it holds.' })
  readonly revokedAt!: Instant | null
}

@ObjectType('IssuedToken', { description: 'A token just made.' })
class IssuedTokenType {
  @Field(() => TokenType, { description: 'What is kept of it.' })
  readonly token!: Token

  @Field(() => String, { description: 'The token itself, for `Authorization: Bearer`. Shown this once, kept nowhere.' })
  readonly secret!: string
}

@InputType('NewToken', { description: 'A token to make.' })
class NewTokenInput {
  @Field(() => String, { description: 'What it is for, 1 to 100 characters.' })
  label!: string

  @Field(() => RoleEnum, { defaultValue: 'VIEWER', description: 'What it may do; at most one’s own role.' })
  role!: Role

  @Field(() => Boolean, { defaultValue: false, description: 'Shall it change nothing?' })
  readOnly!: boolean

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it holds; null: until revoked.' })
  expiresAt?: Instant | null
}

@InputType('TokenRevoking', { description: 'A token to revoke.' })
class TokenRevokingInput {
  @Field(() => String, { description: 'Its first letters, as in the list.' })
  prefix!: string
}

const CreateTokenPayload = payloadOf(
  'CreateTokenPayload',
  'issued',
  () => IssuedTokenType,
  'the token; null where refused.',
)
const RevokeTokenPayload = payloadOf('RevokeTokenPayload', 'token', () => TokenType, 'the token; null where refused.')

@Resolver()
export class TokenResolver {
  @Mutation(() => CreateTokenPayload, { description: 'Makes a token of one’s own.' })
  async createToken(
    @Arg('input', () => NewTokenInput, { description: 'What for.' }) input: NewTokenInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ issued: { token: Token; secret: string } }>> {
    return change(ctx, 'createToken', async (tx, note) => {
      const { label, role, readOnly, expiresAt = null } = input
      taken(checkText(label, 100), 'label')
      const own = ctx.caller.role as Role
      if (!isAtLeast(own, role)) {
        const rule = `a token may do at most what its maker may, and that is ${own}`
        taken(refuse('NOT_POSSIBLE', role, rule, `Give ${own} or less`), 'role')
      }
      if (expiresAt !== null && expiresAt <= tx.at) {
        taken(refuse('BAD_RANGE', expiresAt, 'it would have expired already', 'Give a later instant'), 'expiresAt')
      }
      const owner = await userNamed(tx, userOf(ctx.caller).name)
      if (owner === null) throw new Error('the caller is no user')
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

  @Mutation(() => RevokeTokenPayload, { description: 'Ends a token of one’s own, at once and for good.' })
  async revokeToken(
    @Arg('input', () => TokenRevokingInput, { description: 'Which.' }) { prefix }: TokenRevokingInput,
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
      const token = taken(own.find((t) => t.prefix === prefix) ?? unknown, 'prefix')
      if (token.revokedAt !== null) return { token }
      await tx.alter(tokens, { id: token.id }, { revokedAt: tx.at })
      await note({ noun: 'Token', key: prefix, before: { revokedAt: null }, after: { revokedAt: tx.at } })
      return { token: { ...token, revokedAt: tx.at } }
    })
  }
}
