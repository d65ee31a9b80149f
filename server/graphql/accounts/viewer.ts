/** The user who sent the request. */
import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Role, Token, UserId } from '../../domain/account.ts'
import { tokensOf } from '../../store/account.ts'
import type { Caller } from '../guard/caller.ts'
import type { Context } from '../schema/context.ts'
import { RoleEnum } from './role.ts'
import { TokenType } from './token.ts'

@ObjectType('Viewer', { description: 'The user who sent the request: signed in, or the owner of the token.' })
export class ViewerType {
  readonly id!: UserId

  @Field(() => String, { description: 'The user’s name.' })
  readonly name!: string

  @Field(() => RoleEnum, { description: 'What this request may do: the user’s role, or the lesser role of the token.' })
  readonly role!: Role

  @Field(() => Boolean, { description: 'Whether the request carries a read-only token.' })
  readonly readOnly!: boolean
}
export type Viewer = Pick<ViewerType, 'id' | 'name' | 'role' | 'readOnly'>

/** The viewer of a caller; null if anonymous. */
export function viewerOf({ user, role, readOnly }: Caller): Viewer | null {
  return user === null || role === null ? null : { id: user.id, name: user.name, role, readOnly }
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, {
    nullable: true,
    description: 'The user who sent the request; null if nobody is signed in.',
  })
  viewer(@Ctx() ctx: Context): Viewer | null {
    return viewerOf(ctx.caller)
  }

  @FieldResolver(() => [TokenType], { description: 'The user’s tokens, revoked ones too, newest first; at most 100.' })
  async tokens(@Root() viewer: Viewer, @Ctx() ctx: Context): Promise<readonly Token[]> {
    return tokensOf(ctx.db, viewer.id)
  }
}
