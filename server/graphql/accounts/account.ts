/** Users, sessions and invitations: signing in and out, inviting, disabling. */
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { checkName, checkPassword, type Invitation, linkOf, type Role, type User } from '../../domain/account.ts'
import { refuse } from '../../domain/error.ts'
import type { Instant } from '../../domain/record/revision.ts'
import { allUsers, forgetSpent, invite, openSession, useInvitation, userNamed } from '../../store/account.ts'
import { hashPassword, passwordFits } from '../../store/secret.ts'
import { sessions, users } from '../../store/tables/work.ts'
import type { Context } from '../schema/context.ts'
import { change, changeAs, type Outcome, orUserError, payloadOf, withUserErrors } from '../schema/payload.ts'
import { DateTimeScalar } from '../schema/scalars.ts'
import { RoleEnum } from './role.ts'
import { type Viewer, ViewerType, viewerOf } from './viewer.ts'

@ObjectType('User', { description: 'A person with an account.' })
export class UserType {
  @Field(() => String, { description: 'The name that the user signs in with, and under which their codings stand.' })
  readonly name!: string

  @Field(() => RoleEnum, { description: 'What the user may do.' })
  readonly role!: Role

  @Field(() => DateTimeScalar, { description: 'When the account was made.' })
  readonly createdAt!: Instant

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the account was disabled; null while it is enabled.',
  })
  readonly disabledAt!: Instant | null
}

@ObjectType('Invitation', { description: 'A link with which one person may set a password and sign in, once.' })
export class InvitationType {
  @Field(() => String, { description: 'Name of the user the link is for.' })
  readonly name!: string

  @Field(() => RoleEnum, { description: 'The role that the link gives.' })
  readonly role!: Role

  @Field(() => DateTimeScalar, { description: 'The instant from which the link no longer works.' })
  readonly expiresAt!: Instant

  @Field(() => String, {
    description:
      'Path and query of the link on this server, to be sent to the person. It is shown once; only its hash is stored.',
  })
  readonly link!: string
}

@InputType('Credentials', { description: 'The name and the password of a user.' })
class CredentialsInput {
  @Field(() => String, { description: 'The user’s name.' })
  name!: string

  @Field(() => String, { description: 'The user’s password.' })
  password!: string
}

@InputType('NewInvitation', { description: 'The user to invite.' })
class NewInvitationInput {
  @Field(() => String, { description: 'The user’s name. An existing user gets a new password and this role.' })
  name!: string

  @Field(() => RoleEnum, { description: 'The role that the link gives.' })
  role!: Role
}

@InputType('InvitationUse', { description: 'An invitation, and the password that the user will sign in with.' })
class InvitationUseInput {
  @Field(() => String, { description: 'The code of the invitation: the part of the link after `code=`.' })
  code!: string

  @Field(() => String, { description: 'The new password, 10 to 200 characters.' })
  password!: string
}

@InputType('UserNamed', { description: 'One user.' })
class UserNamedInput {
  @Field(() => String, { description: 'The user’s name.' })
  name!: string
}

const viewerType = () => ViewerType
const SignInPayload = payloadOf(
  'SignInPayload',
  'viewer',
  viewerType,
  'the user who is signed in now; null if refused.',
)
const SignOutPayload = payloadOf('SignOutPayload', 'viewer', viewerType, 'always null: nobody is signed in any more.')
const AcceptInvitationPayload = payloadOf(
  'AcceptInvitationPayload',
  'viewer',
  viewerType,
  'the user who is signed in now; null if refused.',
)
const CreateInvitationPayload = payloadOf(
  'CreateInvitationPayload',
  'invitation',
  () => InvitationType,
  'the invitation; null if refused.',
)
const DisableUserPayload = payloadOf('DisableUserPayload', 'user', () => UserType, 'the user; null if refused.')

const INVITATION_HOURS = 72

@Resolver()
export class AccountResolver {
  @Query(() => [UserType], { description: 'All users, disabled ones too, by name.' })
  async users(@Ctx() ctx: Context): Promise<readonly User[]> {
    return allUsers(ctx.db)
  }

  @Mutation(() => SignInPayload, {
    description:
      'Signs in and gives the browser a new session. At most five attempts a minute for one name from one address.',
  })
  async signIn(
    @Arg('input', () => CredentialsInput, { description: 'Name and password of the user.' }) input: CredentialsInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ viewer: Viewer }>> {
    ctx.attempts.count(input.name, ctx.caller.address)
    return withUserErrors(async () => {
      const user = await userNamed(ctx.db, input.name)
      const hash = user !== null && user.disabledAt === null ? user.password : null
      const fits = await passwordFits(input.password.slice(0, 1000), hash)
      if (user === null || !fits) {
        const cure = 'Try again, or ask an admin for a new link'
        return orUserError<never>(
          refuse('NOT_POSSIBLE', 'sign-in', 'name and password do not belong together', cure),
          'password',
        )
      }
      return startSession(ctx, user)
    })
  }

  @Mutation(() => SignOutPayload, { description: 'Ends the session of this browser.' })
  async signOut(@Ctx() ctx: Context): Promise<Outcome<{ viewer: Viewer | null }>> {
    const { session, user } = ctx.caller
    ctx.setSession(null)
    if (session === null || user === null) return { viewer: null, userErrors: [] }
    return change(ctx, 'signOut', async (tx, note) => {
      await tx.alter(sessions, { hash: session, endedAt: null }, { endedAt: tx.at })
      await note({ noun: 'Session', key: user.name, before: null, after: null })
      return { viewer: null }
    })
  }

  @Mutation(() => CreateInvitationPayload, {
    description: 'Makes a link with which a person can set a password and sign in, once, within three days.',
  })
  async createInvitation(
    @Arg('input', () => NewInvitationInput, { description: 'The user to invite, and the role.' }) {
      name,
      role,
    }: NewInvitationInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ invitation: Invitation & { link: string } }>> {
    return change(ctx, 'createInvitation', async (tx, note) => {
      orUserError(checkName(name), 'name')
      const { secret, invitation } = await invite(tx, name, role, INVITATION_HOURS)
      await note({ noun: 'Invitation', key: name, before: null, after: { role, expiresAt: invitation.expiresAt } })
      return { invitation: { ...invitation, link: linkOf(secret) } }
    })
  }

  @Mutation(() => AcceptInvitationPayload, { description: 'Uses an invitation: sets the password and signs in.' })
  async acceptInvitation(
    @Arg('input', () => InvitationUseInput, { description: 'The code of the invitation, and the new password.' }) {
      code,
      password,
    }: InvitationUseInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ viewer: Viewer }>> {
    ctx.attempts.count('a link', ctx.caller.address)
    return withUserErrors(async () => {
      orUserError(checkPassword(password), 'password')
      const hash = await hashPassword(password)
      const user = await changeAs(ctx, 'acceptInvitation', 'a link', async (tx, note) => {
        const used = orUserError(await useInvitation(tx, code, hash), 'code')
        const before = used.before && { role: used.before.role }
        await note({ noun: 'User', key: used.user.name, before, after: { role: used.user.role } })
        return used.user
      })
      return startSession(ctx, user)
    })
  }

  @Mutation(() => DisableUserPayload, { description: 'Disables a user: their sessions and tokens end at once.' })
  async disableUser(
    @Arg('input', () => UserNamedInput, { description: 'The user to disable.' }) { name }: UserNamedInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ user: User }>> {
    return change(ctx, 'disableUser', async (tx, note) => {
      const user = await userNamed(tx, name)
      const unknown = refuse('UNKNOWN_NAME', name, 'there is no such user', 'Take the name from the query users')
      const found = orUserError(user ?? unknown, 'name')
      if (found.id === ctx.caller.user?.id) {
        orUserError(refuse('NOT_POSSIBLE', name, 'you cannot disable yourself', 'Ask another admin to do it'), 'name')
      }
      await tx.alter(users, { id: found.id }, { disabledAt: tx.at })
      await tx.alter(sessions, { user: found.id, endedAt: null }, { endedAt: tx.at })
      await note({ noun: 'User', key: name, before: { disabledAt: found.disabledAt }, after: { disabledAt: tx.at } })
      return { user: { ...found, disabledAt: tx.at } }
    })
  }
}

/** Starts a session, and ends the one that the browser had. */
async function startSession(ctx: Context, user: User): Promise<{ viewer: Viewer }> {
  const former = ctx.caller.session
  const secret = await changeAs(ctx, 'signIn', user.name, async (tx, note) => {
    if (former !== null) await tx.alter(sessions, { hash: former, endedAt: null }, { endedAt: tx.at })
    await forgetSpent(tx)
    const id = await openSession(tx, user.id)
    await note({ noun: 'Session', key: user.name, before: null, after: null })
    return id
  })
  ctx.setSession(secret)
  return { viewer: viewerOf({ ...ctx.caller, user, role: user.role, readOnly: false, via: 'session' }) as Viewer }
}
