import { describe, expect, it } from 'vitest';
import { monthsBetween } from '../../web/panels/timeline/months-between.ts';

describe('days on the time line', () => {
  it('lists the months of the park’s time line', () => {
    const months = monthsBetween('2007-02-01', '2008-12-31');
    expect(months).toHaveLength(23);
    expect(months[0]).toEqual({ day: '2007-02-01', year: 2007, month: 2, isFirst: true });
    expect(months.at(-1)?.day).toBe('2008-12-01');
  });

  it('begins with the next whole month', () => {
    expect(monthsBetween('2007-02-02', '2007-04-01').map(({ day }) => day)).toEqual(['2007-03-01', '2007-04-01']);
  });
});
