import rule from '../../src/rules/redirect-open-redirect-shape.ts';
import { testRedirects } from './redirect-cases.ts';

const says = (said: string) => `The query of ${said}, as open redirectors have.`;
const fine: readonly string[] = [
  'https://app.acme.io/cb?v=1',
  'https://app.acme.io/cb?nextstep=1',
  'https://app.acme.io/cb?curl=1&image_url=2',
  'https://app.acme.io/cb?a=next',
  'https://app.acme.io/next',
  'https://app.acme.io/cb#next=/home',
  'https://app.acme.io/cb?',
];
const faulty: Readonly<Record<string, string>> = {
  'https://app.acme.io/cb?next=s3cr3t': 'https://app.acme.io/cb has next',
  'https://app.acme.io/cb?url=s3cr3t': 'https://app.acme.io/cb has url',
  'https://app.acme.io/cb?URI=s3cr3t': 'https://app.acme.io/cb has URI',
  'https://app.acme.io/cb?redirect=s3cr3t': 'https://app.acme.io/cb has redirect',
  'https://app.acme.io/cb?redirect_uri=s3cr3t': 'https://app.acme.io/cb has redirect_uri',
  'https://app.acme.io/cb?redirectUrl=s3cr3t': 'https://app.acme.io/cb has redirectUrl',
  'https://app.acme.io/cb?return=s3cr3t': 'https://app.acme.io/cb has return',
  'https://app.acme.io/cb?returnTo=s3cr3t': 'https://app.acme.io/cb has returnTo',
  'https://app.acme.io/cb?return_url=s3cr3t': 'https://app.acme.io/cb has return_url',
  'https://app.acme.io/cb?return_to=s3cr3t': 'https://app.acme.io/cb has return_to',
  'https://app.acme.io/cb?returnurl=s3cr3t': 'https://app.acme.io/cb has returnurl',
  'https://app.acme.io/cb?continue=s3cr3t': 'https://app.acme.io/cb has continue',
  'https://app.acme.io/cb?dest=s3cr3t': 'https://app.acme.io/cb has dest',
  'https://app.acme.io/cb?destination=s3cr3t': 'https://app.acme.io/cb has destination',
  'https://app.acme.io/cb?forward=s3cr3t': 'https://app.acme.io/cb has forward',
  'https://app.acme.io/cb?forwardTo=s3cr3t': 'https://app.acme.io/cb has forwardTo',
  'https://app.acme.io/cb?goto=s3cr3t': 'https://app.acme.io/cb has goto',
  'https://app.acme.io/cb?target=s3cr3t': 'https://app.acme.io/cb has target',
  'https://app.acme.io/cb?next': 'https://app.acme.io/cb has next',
  'https://app.acme.io/cb?v=1&goto=/': 'https://app.acme.io/cb has goto',
  'com.acme.app:/cb?url=x': 'com.acme.app:/cb has url',
};

testRedirects(rule, {
  fine,
  faulty,
  says,
  example: ['https://app.acme.io/cb?next=/home', 'https://app.acme.io/cb has next'],
  signOut: false,
});
