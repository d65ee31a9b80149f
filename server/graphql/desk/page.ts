/** Fetches a web page for an analyst, if the operator allows it. */
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql'
import { refuse } from '../../domain/error.ts'
import { checkUrl } from '../../domain/text.ts'
import type { Context, FetchedPage } from '../schema/context.ts'
import { type Outcome, orUserError, payloadOf, withUserErrors } from '../schema/payload.ts'

@ObjectType('FetchedPage', { description: 'A web page as it was fetched; nothing of it is stored.' })
export class FetchedPageType implements FetchedPage {
  @Field(() => String, { description: 'The address of the page after redirects.' })
  readonly url!: string

  @Field(() => String, { description: 'Media type: `text/html`, `application/xhtml+xml` or `text/plain`.' })
  readonly type!: string

  @Field(() => String, { description: 'Content of the page, at most 2 MB.' })
  readonly body!: string
}

@InputType('PageFetching', { description: 'The web page to fetch.' })
class PageFetchingInput {
  @Field(() => String, { description: 'Address of the page, http or https.' })
  url!: string
}

const ReadPagePayload = payloadOf('ReadPagePayload', 'page', () => FetchedPageType, 'the page; null if refused.')

@Resolver()
export class PageResolver {
  @Mutation(() => ReadPagePayload, {
    description:
      'Fetches a web page, to take an article from it. Possible only if the server runs with FETCH=on; public addresses only, within 10 seconds.',
  })
  async readPage(
    @Arg('input', () => PageFetchingInput, { description: 'The address of the page.' }) { url }: PageFetchingInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ page: FetchedPage }>> {
    return withUserErrors(async () => {
      orUserError(checkUrl(url), 'url')
      const rule = 'this server fetches no pages'
      const cure = 'Open it, copy the words and paste them; or ask whoever runs the server for FETCH=on'
      const page = ctx.fetchPage === null ? refuse('NOT_POSSIBLE', url, rule, cure) : await ctx.fetchPage(url)
      return { page: orUserError(page, 'url') }
    })
  }
}
