import { Controller, Get, Header, Inject } from '@nestjs/common';
import { routes } from '../routes';
import { docsPage } from '../pages/docs-page';
import { asyncApiOf } from './asyncapi';
import { openApiOf } from './openapi';

export const DOCS_NOTICE = Symbol('docs-notice');

const document = openApiOf(routes);
const subjects = asyncApiOf(routes);

/** What front-end teams read. Needs no token and no network. */
@Controller()
export class DocumentationController {
  private page: string | undefined;

  constructor(@Inject(DOCS_NOTICE) private readonly notice: string) {}

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
    this.page ??= docsPage(document, this.notice);
    return this.page;
  }
}
