/**
 * The regions that have Cognito user pools. Those of `optIn` answer only accounts that have enabled them.
 * @see https://docs.aws.amazon.com/general/latest/gr/cognito_identity.html
 */
const PARTITIONS = [
  {
    always:
      'ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 ' +
      'eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2',
    optIn:
      'af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ' +
      'ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1',
  },
  { always: 'us-gov-east-1 us-gov-west-1', optIn: '' },
  { always: 'eusc-de-east-1', optIn: '' },
].map(({ always, optIn }) => ({ always: always.split(' '), optIn: optIn.split(' ').filter(Boolean) }));

/** Every region of the partition that a region is in; of the commercial one where that is not known. */
export function allRegions(near: string | undefined): string[] {
  const all = PARTITIONS.map(({ always, optIn }) => [...always, ...optIn]);
  return (all.find((regions) => near !== undefined && regions.includes(near)) ?? all[0] ?? []).toSorted();
}

/** An account may not have enabled it. */
export function isOptIn(region: string): boolean {
  return PARTITIONS.some(({ optIn }) => optIn.includes(region));
}

/** A label of a host name, as every region is. */
export function isRegion(text: string): boolean {
  return /^(?!\d+$)(?!-)[A-Za-z0-9-]{1,63}(?<!-)$/.test(text);
}
