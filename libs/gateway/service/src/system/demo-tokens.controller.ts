import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import type { z } from 'zod';
import { problemsOf } from '@benkan/contracts';
import { MAX_TOKEN_SECONDS, type TokenIssuer } from '@benkan/security';
import { HttpProblem } from '../http/problem';
import { demoTokenRequest, type demoTokenAnswer } from './session-messages';

export const DEMO = Symbol('demonstration');

export type Demonstration = { readonly tokens: TokenIssuer; readonly issuer: string };

/** Short-lived tokens for every role, over demonstration data on loopback only. Nowhere else is this controller mounted. */
@Controller()
export class DemoTokensController {
  constructor(@Inject(DEMO) private readonly demo: Demonstration) {}

  @Post('v1/demo/tokens')
  @HttpCode(201)
  async issue(@Body() body: unknown): Promise<z.infer<typeof demoTokenAnswer>> {
    const parsed = demoTokenRequest.safeParse(body);
    if (!parsed.success) throw new HttpProblem('malformed', { errors: problemsOf(parsed.error) });
    const { role, territory } = parsed.data;
    const principal = {
      issuer: this.demo.issuer,
      subject: territory === null ? `demo-${role}` : `demo-${role}-${territory}`,
      roles: [{ role, territory }],
    };
    const { token, expiresAt } = await this.demo.tokens.issue(principal, MAX_TOKEN_SECONDS);
    return { token, expiresAt: expiresAt.toISOString() };
  }
}
