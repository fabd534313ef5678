import 'reflect-metadata';
import { wordDocuments } from '@benkan/documents-docx';
import { pdfDocuments } from '@benkan/documents-pdfmake';
import { startGateway } from '@benkan/gateway-service';
import { packSecretFrom, syncPackSigner } from '@benkan/hosting';
import { natsMessaging } from '@benkan/messaging-nats';
import { pinoLog } from '@benkan/observability-pino';
import { signedContexts } from '@benkan/security';
import { oidcVerifier } from '@benkan/security-jose';
import { xlsxSpreadsheets } from '@benkan/spreadsheet-xlsx';
import { config } from './config';

const main = async (): Promise<void> => {
  const { natsUrl, natsToken, contextKey, packKeysFile, ...settings } = config();
  const { oidcIssuer, oidcAudience, port, host, logLevel, ...edge } = settings;
  const log = pinoLog({ level: logLevel, service: 'gateway' });
  const messaging = natsMessaging({
    url: natsUrl,
    name: 'gateway',
    ...(natsToken === undefined ? {} : { token: natsToken }),
  });
  const gateway = await startGateway({
    messaging,
    context: signedContexts({ key: Buffer.from(contextKey, 'hex') }),
    tokens: oidcVerifier({ issuer: oidcIssuer, audience: oidcAudience }),
    now: () => new Date(),
    readiness: () => Promise.resolve(messaging.connected() ? [] : ['broker']),
    log,
    notice: '',
    ...(packKeysFile !== undefined && {
      packs: syncPackSigner({ file: packKeysFile, secret: packSecretFrom(contextKey) }),
    }),
    printers: { pdf: pdfDocuments(), docx: wordDocuments(), spreadsheets: xlsxSpreadsheets() },
    port,
    host,
    ...edge,
  });
  log.info('listening', { url: gateway.url });
  const stop = () =>
    void gateway
      .close()
      .then(() => messaging.close())
      .then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};

void main();
