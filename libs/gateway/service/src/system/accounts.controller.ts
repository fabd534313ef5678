import { Body, Controller, Header, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { problemsOf } from '@benkan/contracts';
import type { LocalIssuer, SignedIn } from '@benkan/accounts';
import { HttpProblem } from '../http/problem';
import { passwordChange, session, signIn, type SessionAnswer } from './session-messages';

export const LOCAL_ISSUER = Symbol('local-issuer');

const parsed = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> => {
  const outcome = schema.safeParse(body);
  if (!outcome.success) throw new HttpProblem('malformed', { errors: problemsOf(outcome.error) });
  return outcome.data;
};

const answerOf = ({ token, expiresAt, refreshToken, refreshExpiresAt }: SignedIn): SessionAnswer => ({
  ...{ token, expiresAt: expiresAt.toISOString() },
  ...{ refreshToken, refreshExpiresAt: refreshExpiresAt.toISOString() },
});

type No =
  | { readonly kind: 'refused' }
  | { readonly kind: 'over' }
  | { readonly kind: 'password-change-required' }
  | { readonly kind: 'locked'; readonly retryAfterSeconds: number };

const problemOf = (outcome: No, reply: FastifyReply): HttpProblem => {
  if (outcome.kind === 'over') return new HttpProblem('session-over');
  if (outcome.kind === 'password-change-required') return new HttpProblem('password-change-required');
  if (outcome.kind === 'refused') return new HttpProblem('sign-in-refused');
  void reply.header('Retry-After', String(outcome.retryAfterSeconds));
  return new HttpProblem('sign-in-locked');
};

const codeOf = (error: unknown): unknown => (error instanceof Error ? Reflect.get(error, 'code') : undefined);

/** What the issuer answers; that it cannot just now is no fault of ours. */
const answered = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'overloaded' || code === 'unavailable' || code === 'storage-full')
      throw new HttpProblem(code);
    throw error;
  }
};

/** Sign-in of a laptop without network. Mounted over a directory for real data with accounts, nowhere else. */
@Controller()
export class AccountsController {
  constructor(@Inject(LOCAL_ISSUER) private readonly local: LocalIssuer) {}

  @Post('v1/tokens')
  @HttpCode(201)
  @Header('Cache-Control', 'no-store')
  async signIn(
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const { login, password } = parsed(signIn, body);
    const outcome = await answered(this.local.signIn(login, password));
    if (outcome.kind === 'signed-in') return answerOf(outcome);
    throw problemOf(outcome, reply);
  }

  @Post('v1/tokens/refresh')
  @HttpCode(201)
  @Header('Cache-Control', 'no-store')
  async refresh(
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const outcome = await answered(this.local.refresh(parsed(session, body).refreshToken));
    if (outcome.kind === 'signed-in') return answerOf(outcome);
    throw problemOf(outcome, reply);
  }

  @Post('v1/tokens/revocation')
  @HttpCode(204)
  async revoke(@Body() body: unknown): Promise<void> {
    await answered(this.local.revoke(parsed(session, body).refreshToken));
  }

  @Post('v1/accounts/password')
  @HttpCode(204)
  async changePassword(
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { login, password, newPassword } = parsed(passwordChange, body);
    const outcome = await answered(this.local.changePassword(login, password, newPassword));
    if (outcome.kind === 'changed') return;
    if (outcome.kind !== 'weak') throw problemOf(outcome, reply);
    const errors = [{ pointer: '/newPassword', code: outcome.because, detail: 'choose another password' }];
    throw new HttpProblem('malformed', { errors });
  }
}
