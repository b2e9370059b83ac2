import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordSchema } from '../../../domain/access/person.ts';
import { checkPassword } from '../../../web/panels/person/password-rules.ts';

describe('the rules of a new password', () => {
  it('are all open before anything is typed', () => {
    expect(checkPassword({ current: '', next: '', again: '' })).toEqual({
      length: false,
      different: false,
      same: false,
    });
  });

  it('are kept by a long new one typed twice', () => {
    const kept = { length: true, different: true, same: true };
    expect(
      checkPassword({ current: 'once-only', next: '金岭工业园土地一张图', again: '金岭工业园土地一张图' }),
    ).toEqual(kept);
  });

  it('are broken by the present one, and by a second one that differs', () => {
    const [next, again] = ['0123456789', '012345678x'];
    expect(checkPassword({ current: next, next, again: next })).toMatchObject({ different: false });
    expect(checkPassword({ current: 'once-only', next, again })).toMatchObject({ same: false });
  });

  it('about its length are those of the server', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 128 }), (next) => {
        expect(checkPassword({ current: '', next, again: next }).length).toBe(passwordSchema.safeParse(next).success);
      }),
    );
  });
});
