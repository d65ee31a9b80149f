/** Whoever asks. */
import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Role, Token, UserId } from '../../domain/account.ts'
import { tokensOf } from '../../store/account.ts'
import type { Caller } from '../guard/caller.ts'
import type { Context } from '../schema/context.ts'
import { RoleEnum } from './role.ts'
import { TokenType } from './token.ts'

@ObjectType('Viewer', { description: 'Whoever asks: a user who is signed in, or the owner of a token.' })
export class ViewerType {
  readonly id!: UserId

  @Field(() => String, { description: 'The user’s name.' })
  readonly name!: string

  @Field(() => RoleEnum, { description: 'What may be done here: the user’s role, or the lesser one of the token.' })
  readonly role!: Role

  @Field(() => Boolean, { description: 'Is it a token that changes nothing?' })
  readonly readOnly!: boolean
}
export type Viewer = Pick<ViewerType, 'id' | 'name' | 'role' | 'readOnly'>

/** null: anonymous. */
export function viewerOf({ user, role, readOnly }: Caller): Viewer | null {
  return user === null || role === null ? null : { id: user.id, name: user.name, role, readOnly }
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { nullable: true, description: 'Whoever asks; null where nobody is signed in.' })
  viewer(@Ctx() ctx: Context): Viewer | null {
    return viewerOf(ctx.caller)
  }

  @FieldResolver(() => [TokenType], { description: 'Their tokens, the revoked ones too, newest first; 100 at most.' })
  async tokens(@Root() viewer: Viewer, @Ctx() ctx: Context): Promise<readonly Token[]> {
    return tokensOf(ctx.db, viewer.id)
  }
}
