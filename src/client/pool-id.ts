/** The region that a pool id begins with: `eu-west-1_AbCdEfGhI`. */
export function regionOfPool(userPoolId: string): string | undefined {
  return /^([a-z]{2,}(?:-[a-z]+)+-\d+)_/.exec(userPoolId)?.[1];
}
