import { expect, test } from 'vitest';
import { Schedule } from '../../src/sources/aws/schedule.ts';

const RATES = { perRegion: 1000, perPool: 1000 };

test('what a task throws comes out where the schedule is awaited', async () => {
  const schedule = new Schedule(RATES, new AbortController().signal);
  schedule.add('us-east-1_Aaaaaaaaa', 'DescribeUserPoolClient', async () => {
    throw new TypeError('a mistake of ours');
  });
  await expect(schedule.drain()).rejects.toThrow('a mistake of ours');
});
