import { Controller, Get, Header, Inject } from '@nestjs/common';
import { routes } from '../routes';
import { docsPage } from '../pages/docs-page';
import type { TokensFrom } from '../pages/introduction';
import { asyncApiOf } from './asyncapi';
import { openApiOf } from './openapi';

export const DOCS = Symbol('docs');

export type Docs = { readonly notice: string; readonly tokensFrom: TokensFrom };

const document = openApiOf(routes);
const subjects = asyncApiOf(routes);

/** What front-end teams read. Needs no token and no network. */
@Controller()
export class DocumentationController {
  private page: string | undefined;

  constructor(@Inject(DOCS) private readonly about: Docs) {}

  @Get('v1/openapi.json')
  openapi(): unknown {
    return document;
  }

  @Get('v1/asyncapi.json')
  asyncapi(): unknown {
    return subjects;
  }

  @Get(['docs', ''])
  @Header('Content-Type', 'text/html; charset=utf-8')
  docs(): string {
    this.page ??= docsPage(document, this.about.notice, this.about.tokensFrom);
    return this.page;
  }
}
