/** Coming in and going out: users, sessions, invitations. */
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { checkName, checkPassword, type Invitation, linkOf, type Role, type User } from '../../domain/account.ts'
import { refuse } from '../../domain/error.ts'
import type { Instant } from '../../domain/record/revision.ts'
import { allUsers, forgetSpent, invite, openSession, useInvitation, userNamed } from '../../store/account.ts'
import { hashPassword, passwordFits } from '../../store/secret.ts'
import { sessions, users } from '../../store/tables/work.ts'
import type { Context } from '../schema/context.ts'
import { answered, change, changed, type Outcome, payloadOf, taken } from '../schema/payload.ts'
import { DateTimeScalar } from '../schema/scalars.ts'
import { RoleEnum } from './role.ts'
import { type Viewer, ViewerType, viewerOf } from './viewer.ts'

@ObjectType('User', { description: 'Somebody who may sign in.' })
export class UserType {
  @Field(() => String, { description: 'The name to sign in with, and as coder.' })
  readonly name!: string

  @Field(() => RoleEnum, { description: 'What they may do.' })
  readonly role!: Role

  @Field(() => DateTimeScalar, { description: 'When they first came in.' })
  readonly createdAt!: Instant

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when they are let in no more; null: let in.' })
  readonly disabledAt!: Instant | null
}

@ObjectType('Invitation', { description: 'A link that lets one person in, once.' })
export class InvitationType {
  @Field(() => String, { description: 'Whom it is for.' })
  readonly name!: string

  @Field(() => RoleEnum, { description: 'The role it gives.' })
  readonly role!: Role

  @Field(() => DateTimeScalar, { description: 'Until when it may be used.' })
  readonly expiresAt!: Instant

  @Field(() => String, {
    description: 'Its address on this server, to send on. It is shown this once and kept nowhere.',
  })
  readonly link!: string
}

@InputType('Credentials', { description: 'Who one is.' })
class CredentialsInput {
  @Field(() => String, { description: 'Name.' })
  name!: string

  @Field(() => String, { description: 'Password.' })
  password!: string
}

@InputType('NewInvitation', { description: 'Whom to let in.' })
class NewInvitationInput {
  @Field(() => String, { description: 'A name: that of a user on record gets a new password and the role.' })
  name!: string

  @Field(() => RoleEnum, { description: 'The role to give.' })
  role!: Role
}

@InputType('InvitationUse', { description: 'A link, and the password to come in with from now on.' })
class InvitationUseInput {
  @Field(() => String, { description: 'The code: what stands in the link after `code=`.' })
  code!: string

  @Field(() => String, { description: 'A password of 10 to 200 characters.' })
  password!: string
}

@InputType('UserNamed', { description: 'A user.' })
class UserNamedInput {
  @Field(() => String, { description: 'Name.' })
  name!: string
}

const viewerType = () => ViewerType
const SignInPayload = payloadOf('SignInPayload', 'viewer', viewerType, 'who is signed in now; null where refused.')
const SignOutPayload = payloadOf('SignOutPayload', 'viewer', viewerType, 'who is signed in now: nobody.')
const AcceptInvitationPayload = payloadOf(
  'AcceptInvitationPayload',
  'viewer',
  viewerType,
  'who is signed in now; null where refused.',
)
const CreateInvitationPayload = payloadOf(
  'CreateInvitationPayload',
  'invitation',
  () => InvitationType,
  'the invitation; null where refused.',
)
const DisableUserPayload = payloadOf('DisableUserPayload', 'user', () => UserType, 'the user; null where refused.')

const INVITATION_HOURS = 72

@Resolver()
export class AccountResolver {
  @Query(() => [UserType], { description: 'Everyone who may or might sign in, by name.' })
  async users(@Ctx() ctx: Context): Promise<readonly User[]> {
    return allUsers(ctx.db)
  }

  @Mutation(() => SignInPayload, { description: 'Signs in; the browser gets a new session. Five attempts a minute.' })
  async signIn(
    @Arg('input', () => CredentialsInput, { description: 'Who one is.' }) input: CredentialsInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ viewer: Viewer }>> {
    ctx.attempts.count(input.name, ctx.caller.address)
    return answered(async () => {
      const user = await userNamed(ctx.db, input.name)
      const kept = user !== null && user.disabledAt === null ? user.password : null
      const fits = await passwordFits(input.password.slice(0, 1000), kept)
      if (user === null || !fits) {
        const cure = 'Try again, or ask an admin for a new link'
        return taken<never>(
          refuse('NOT_POSSIBLE', 'sign-in', 'name and password do not belong together', cure),
          'password',
        )
      }
      return signedIn(ctx, user)
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

  @Mutation(() => CreateInvitationPayload, { description: 'Makes a link that lets a person in, once, for three days.' })
  async createInvitation(
    @Arg('input', () => NewInvitationInput, { description: 'Whom.' }) { name, role }: NewInvitationInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ invitation: Invitation & { link: string } }>> {
    return change(ctx, 'createInvitation', async (tx, note) => {
      taken(checkName(name), 'name')
      const { secret, invitation } = await invite(tx, name, role, INVITATION_HOURS)
      await note({ noun: 'Invitation', key: name, before: null, after: { role, expiresAt: invitation.expiresAt } })
      return { invitation: { ...invitation, link: linkOf(secret) } }
    })
  }

  @Mutation(() => AcceptInvitationPayload, { description: 'Uses a link: sets the password and signs in.' })
  async acceptInvitation(
    @Arg('input', () => InvitationUseInput, { description: 'The link.' }) { code, password }: InvitationUseInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ viewer: Viewer }>> {
    ctx.attempts.count('a link', ctx.caller.address)
    return answered(async () => {
      taken(checkPassword(password), 'password')
      const hash = await hashPassword(password)
      const user = await changed(ctx, 'acceptInvitation', 'a link', async (tx, note) => {
        const used = taken(await useInvitation(tx, code, hash), 'code')
        const before = used.before && { role: used.before.role }
        await note({ noun: 'User', key: used.user.name, before, after: { role: used.user.role } })
        return used.user
      })
      return signedIn(ctx, user)
    })
  }

  @Mutation(() => DisableUserPayload, { description: 'Lets a user in no more: sessions and tokens end at once.' })
  async disableUser(
    @Arg('input', () => UserNamedInput, { description: 'Whom.' }) { name }: UserNamedInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ user: User }>> {
    return change(ctx, 'disableUser', async (tx, note) => {
      const user = await userNamed(tx, name)
      const unknown = refuse('UNKNOWN_NAME', name, 'there is no such user', 'Look at the query users')
      const found = taken(user ?? unknown, 'name')
      if (found.id === ctx.caller.user?.id) {
        taken(refuse('NOT_POSSIBLE', name, 'nobody shuts themselves out', 'Let another admin do it'), 'name')
      }
      await tx.alter(users, { id: found.id }, { disabledAt: tx.at })
      await tx.alter(sessions, { user: found.id, endedAt: null }, { endedAt: tx.at })
      await note({ noun: 'User', key: name, before: { disabledAt: found.disabledAt }, after: { disabledAt: tx.at } })
      return { user: { ...found, disabledAt: tx.at } }
    })
  }
}

/** A new session in the place of the one the browser had, whoever it belonged to. */
async function signedIn(ctx: Context, user: User): Promise<{ viewer: Viewer }> {
  const former = ctx.caller.session
  const secret = await changed(ctx, 'signIn', user.name, async (tx, note) => {
    if (former !== null) await tx.alter(sessions, { hash: former, endedAt: null }, { endedAt: tx.at })
    await forgetSpent(tx)
    const id = await openSession(tx, user.id)
    await note({ noun: 'Session', key: user.name, before: null, after: null })
    return id
  })
  ctx.setSession(secret)
  return { viewer: viewerOf({ ...ctx.caller, user, role: user.role, readOnly: false, via: 'session' }) as Viewer }
}
