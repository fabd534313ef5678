import { exposureProblems, isOnLoopback, realOf, tlsOf } from './exposure';
import { flagsOf } from './flags';

const HOST = '127.0.0.1';
const tls = { TLS_CERT_FILE: '/c', TLS_KEY_FILE: '/k' };

describe('the stack is open', () => {
  it.each([
    ['on loopback', { HOST }, true, []],
    ['on loopback, a demonstration too', { HOST: '::1' }, false, []],
    ['elsewhere over TLS', { HOST: '0.0.0.0', ...tls }, true, []],
    ['elsewhere without TLS', { HOST: '0.0.0.0' }, true, [/^HOST: .*TLS only/]],
    [
      'elsewhere with half of it',
      { HOST: '0.0.0.0', TLS_CERT_FILE: '/c' },
      true,
      [/^HOST/, /^TLS_CERT_FILE/],
    ],
    ['elsewhere over TLS, a demonstration', { HOST: '0.0.0.0', ...tls }, false, [/^HOST: demonstration/]],
    ['to an issuer without audience', { HOST, OIDC_ISSUER: 'https://i' }, true, [/^OIDC_ISSUER/]],
  ])('%s', (_, env, real, problems) => {
    const found = exposureProblems(env, real);
    expect(found).toHaveLength(problems.length);
    problems.forEach((problem, index) => expect(found[index]).toMatch(problem));
  });

  it('over servers of this machine', () => {
    expect(isOnLoopback('mongodb://[::1]:27017')).toBe(true);
    expect(isOnLoopback('mongodb://db.example:27017')).toBe(false);
    expect(isOnLoopback('127.0.0.1')).toBe(false);
  });

  it('with both files of TLS or none', () => {
    expect(tlsOf({ HOST, ...tls })).toEqual({ certFile: '/c', keyFile: '/k' });
    expect(tlsOf({ HOST, TLS_KEY_FILE: '/k' })).toBeUndefined();
  });
});

describe('what was typed after npm start', () => {
  it('is a directory for real data, its key in a file or a passphrase', () => {
    const flags = flagsOf(['--real', '/srv/benkan', '--passphrase']);
    expect(flags.mistakes).toEqual([]);
    expect(realOf(flags, { HOST, OIDC_ISSUER: 'https://i', OIDC_AUDIENCE: 'a' })).toEqual({
      folder: '/srv/benkan',
      kekFile: undefined,
      passphrase: true,
      oidc: { issuer: 'https://i', audience: 'a' },
    });
    expect(realOf(flagsOf(['--real=/srv/benkan']), { HOST, BENKAN_KEK_FILE: '/k' })).toMatchObject({
      folder: '/srv/benkan',
      kekFile: '/k',
      oidc: undefined,
    });
    expect(realOf(flagsOf(['--empty']), { HOST })).toBeUndefined();
  });

  it.each([
    [
      ['--everything', 'now'],
      ['--everything: unknown', 'now: unknown'],
    ],
    [['--real'], ['--real: say which']],
    [['--real', '/a', '--empty'], ['--real: a directory for real data is neither']],
    [['--passphrase'], ['--passphrase: goes with']],
  ])('is explained when it makes no sense: %j', (args, mistakes) => {
    const found = flagsOf(args).mistakes;
    expect(found).toHaveLength(mistakes.length);
    mistakes.forEach((mistake, index) => expect(found[index]).toContain(mistake));
  });
});
