import { spec } from '@benkan/testing';
import { training } from '../training';
import { certificateWithdrawn, CODES, issued, over, reason, saying } from '../training.examples';
import { withdrawCertificate } from './withdraw-certificate';

const { given } = spec(training, withdrawCertificate);
const withdraw = (code: string = CODES[0]) => saying({ code, reason });

describe('training.withdraw-certificate', () => {
  it('withdraws by number, with the reason', () =>
    given(...over, issued())
      .when(withdraw())
      .then(certificateWithdrawn));
  it('hears it once', () =>
    given(...over, issued(), certificateWithdrawn)
      .when(withdraw())
      .then());
  it('refuses a number nobody issued', () =>
    given(...over, issued())
      .when(withdraw(CODES[1]))
      .thenRefused('certificate-unknown'));
  it('refuses a training nobody planned', () => given().when(withdraw()).thenRefused('training-unknown'));
});
