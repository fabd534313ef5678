import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export type Mail = { readonly from: string; readonly to: readonly string[]; readonly message: string };

/** Answers to commands, by verb; what is missing is accepted. */
export type Answers = Readonly<Partial<Record<'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'END', string>>>;

type Letter = { from: string; to: string[]; message: string; writing: boolean };

const blank = (): Letter => ({ from: '', to: [], message: '', writing: false });
const between = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';

/** One conversation: lines in, answers out. */
const talk = (socket: Socket, answers: Answers, taken: (mail: Mail) => void): void => {
  let letter = blank();
  let rest = '';
  const say = (text: string) => socket.write(`${text}\r\n`);

  const written = (line: string): void => {
    if (line !== '.') {
      letter.message += `${line.replace(/^\.\./, '.')}\r\n`;
      return;
    }
    letter.writing = false;
    const answer = answers.END ?? '250 taken';
    if (answer.startsWith('2')) taken({ from: letter.from, to: letter.to, message: letter.message });
    letter = blank();
    say(answer);
  };

  const verbs: Readonly<Record<string, (line: string) => void>> = {
    EHLO: () => say(answers.EHLO ?? '250 here'),
    HELO: () => say('250 here'),
    MAIL: (line) => {
      letter.from = between(line);
      say(answers.MAIL ?? '250 ok');
    },
    RCPT: (line) => {
      const answer = answers.RCPT ?? '250 ok';
      if (answer.startsWith('2')) letter.to.push(between(line));
      say(answer);
    },
    DATA: () => {
      const answer = answers.DATA ?? '354 go on';
      letter.writing = answer.startsWith('3');
      say(answer);
    },
    RSET: () => {
      letter = blank();
      say('250 ok');
    },
    QUIT: () => socket.end('221 bye\r\n'),
  };

  const heard = (line: string): void => {
    if (letter.writing) return written(line);
    const verb = verbs[line.slice(0, 4).toUpperCase()];
    if (verb === undefined) say('502 unknown');
    else verb(line);
  };

  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString('utf8')).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) heard(line);
  });
  socket.on('error', () => socket.destroy());
  say('220 a mail server');
};

/** A mail server on loopback that keeps what it takes. */
export const mailServer = async (answers: Answers = {}) => {
  const mails: Mail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    talk(socket, answers, (mail) => mails.push(mail));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails: () => mails,
    close: async (): Promise<void> => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
};
