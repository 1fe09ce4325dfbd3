/** A partition of AWS, as its ARNs name it, with the domain of its console. */
export interface Partition {
  readonly name: string;
  readonly console: string;
}

const COMMERCIAL: Partition = { name: 'aws', console: 'console.aws.amazon.com' };

/**
 * The others, by how their regions begin. Each has regional consoles in a domain of its own.
 * @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 * @see https://docs.aws.amazon.com/general/latest/gr/mgmt-console.html
 */
const OTHERS: readonly (Partition & { readonly regions: string })[] = [
  { regions: 'us-gov-', name: 'aws-us-gov', console: 'console.amazonaws-us-gov.com' },
  { regions: 'cn-', name: 'aws-cn', console: 'console.amazonaws.cn' },
  { regions: 'eusc-', name: 'aws-eusc', console: 'console.amazonaws-eusc.eu' },
];

export function partitionOf(region: string): Partition {
  return OTHERS.find(({ regions }) => region.startsWith(regions)) ?? COMMERCIAL;
}
