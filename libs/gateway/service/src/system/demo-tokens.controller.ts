import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { z } from 'zod';
import { problemsOf } from '@benkan/contracts';
import { MAX_TOKEN_SECONDS, TOKEN_ROLES, type TokenIssuer } from '@benkan/security';
import { HttpProblem } from '../http/problem';

export const DEMO = Symbol('demonstration');

export type Demonstration = { readonly tokens: TokenIssuer; readonly issuer: string };

const request = z.strictObject({
  role: z.enum(TOKEN_ROLES),
  territory: z.uuid().nullable().default(null),
});

/** Short-lived tokens for every role, over demonstration data on loopback only. Nowhere else is this controller mounted. */
@Controller()
export class DemoTokensController {
  constructor(@Inject(DEMO) private readonly demo: Demonstration) {}

  @Post('v1/demo/tokens')
  @HttpCode(201)
  async issue(@Body() body: unknown): Promise<{ readonly token: string; readonly expiresAt: string }> {
    const parsed = request.safeParse(body);
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
