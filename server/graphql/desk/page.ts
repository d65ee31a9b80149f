/** Fetching a page of the web for an analyst, where whoever runs the server allows it. */
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql'
import { refuse } from '../../domain/error.ts'
import { checkUrl } from '../../domain/text.ts'
import type { Context, FetchedPage } from '../schema/context.ts'
import { answered, type Outcome, payloadOf, taken } from '../schema/payload.ts'

@ObjectType('FetchedPage', { description: 'A page of the web as it was fetched; nothing of it is kept.' })
export class FetchedPageType implements FetchedPage {
  @Field(() => String, { description: 'Where it was found at last, after redirections.' })
  readonly url!: string

  @Field(() => String, { description: 'Its media type: `text/html`, `application/xhtml+xml` or `text/plain`.' })
  readonly type!: string

  @Field(() => String, { description: 'What it holds, at most 2 MB.' })
  readonly body!: string
}

@InputType('PageFetching', { description: 'A page to fetch.' })
class PageFetchingInput {
  @Field(() => String, { description: 'Its address, http or https.' })
  url!: string
}

const ReadPagePayload = payloadOf('ReadPagePayload', 'page', () => FetchedPageType, 'the page; null where refused.')

@Resolver()
export class PageResolver {
  @Mutation(() => ReadPagePayload, {
    description:
      'Fetches a page of the web, to take an article from it. Only where the server is started with FETCH=on; from public addresses alone, within 10 seconds.',
  })
  async readPage(
    @Arg('input', () => PageFetchingInput, { description: 'Which.' }) { url }: PageFetchingInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ page: FetchedPage }>> {
    return answered(async () => {
      taken(checkUrl(url), 'url')
      const rule = 'this server fetches no pages'
      const cure = 'Open it, copy the words and paste them; or ask whoever runs the server for FETCH=on'
      const page = ctx.fetchPage === null ? refuse('NOT_POSSIBLE', url, rule, cure) : await ctx.fetchPage(url)
      return { page: taken(page, 'url') }
    })
  }
}
