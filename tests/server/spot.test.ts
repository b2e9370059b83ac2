import { expect, test } from 'vitest';
import { spotAnswer } from '../../server/events/spot-answers.ts';
import { done, refused, seqOf } from '../support/answers.ts';
import { kept, send } from '../support/documents.ts';
import { onEngines } from '../support/on-engines.ts';
import { photo } from '../support/photo.ts';

interface Layer {
  features: { properties: { code: string }; geometry: { type: string; coordinates: number[][][] } }[];
}

onEngines('a spot', (park) => {
  const spot = async (lon: number, lat: number) =>
    spotAnswer.parse(
      await park().getJson(`/api/parks/jinling/spot?lon=${lon.toFixed(9)}&lat=${lat.toFixed(9)}`, '张三'),
    );
  /** The middle of a convex parcel. */
  const middleOf = async (code: string): Promise<[number, number]> => {
    const { features } = (await park().getJson('/api/parks/jinling/layers/parcels')) as Layer;
    const ring = features.find(({ properties }) => properties.code === code)!.geometry.coordinates[0]!.slice(1);
    const mean = (at: number) => ring.reduce((sum, corner) => sum + corner[at]!, 0) / ring.length;
    return [mean(0), mean(1)];
  };

  test('is for staff', async () => {
    const visitor = park().app.request('/api/parks/jinling/spot?lon=117&lat=27');
    expect(await refused(visitor)).toMatchObject({ status: 401, code: 'access.sign-in' });
    const investor = await park().as({ name: '陈商', roles: ['investor'] });
    expect(await refused(investor('/api/parks/jinling/spot?lon=117&lat=27'))).toMatchObject({ status: 403 });
  });

  test('knows every plan version, the phase, the parcel, and in order what was done', async () => {
    const answer = await spot(...(await middleOf('A-01')));
    expect(answer).toMatchObject({ isInPark: true, parcels: ['A-01'], events: [], photos: [], hasEarlier: false });
    expect(answer.plans.length).toBeGreaterThan(1);
    expect(answer.plans.at(-1)!.parcels).toEqual(['A-01']);
    const zones = answer.plans.flatMap((plan) => plan.zones);
    expect(answer.zones.map(({ code }) => code).sort()).toEqual([...zones].sort());
    expect(answer.phases).toHaveLength(1);
    expect(answer.surveys).toHaveLength(1);
    const days = answer.course.map(({ on }) => on);
    expect(days).toEqual([...days].sort());
    const kinds = new Set(answer.course.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['gate', 'plan', 'survey']));
    const card = (await park().getJson('/api/parks/jinling/parcels/A-01')) as {
      gates: { gate: string; doneOn: string | null; source: { kind: string } }[];
    };
    for (const { gate, doneOn, source } of card.gates) {
      if (source.kind !== 'record' || doneOn === null) continue;
      expect(answer.course).toContainEqual({ kind: 'gate', on: doneOn, isPlan: false, parcel: 'A-01', gate });
    }
  });

  test('has the events and photos of its land, and of a road only those at its chainage', async () => {
    const [lon, lat] = await middleOf('A-01');
    const ask = await park().as('张三');
    const near = await kept(send(ask, photo({ longitude: lon + 0.0004, latitude: lat }), '近.jpg'));
    await kept(send(ask, photo({ longitude: lon + 0.0006, latitude: lat }), '远.jpg'));
    const input = { parcels: ['A-01'], gate: 'telecom', plannedOn: '2008-10-01' };
    const { seq } = await done(park().command('plan-gate', { basedOn: 0, input, documents: [near.id] }));
    const answer = await spot(lon, lat);
    expect(answer.events.map((event) => event.seq)).toEqual([seq]);
    expect(answer.documents.map(({ id }) => id)).toEqual([near.id]);
    expect(answer.photos.map(({ document }) => document.name)).toEqual(['近.jpg']);
    // 0.0004° of longitude at this latitude.
    const metres = 0.0004 * 111_320 * Math.cos((lat * Math.PI) / 180);
    expect(Math.abs(answer.photos[0]!.distanceMetres - metres)).toBeLessThan(0.2);

    const { features } = (await park().getJson('/api/parks/jinling/layers/roads')) as unknown as {
      features: { properties: { code: string; chainages: number[] }; geometry: { coordinates: [number, number][] } }[];
    };
    const road = features.find(({ properties }) => properties.code === 'R0')!;
    const at = road.properties.chainages[1]!;
    const stretch = (fromMetres: number, toMetres: number) => ({
      road: 'R0',
      layer: 'fittings',
      side: 'full',
      fromMetres,
      toMetres,
      plannedOn: '2009-01-01',
    });
    const give = async (from: number, to: number) =>
      (await done(park().command('record-stretch', { basedOn: await seqOf(park()), input: stretch(from, to) }))).seq;
    const here = await give(Math.max(0, at - 5), at + 5);
    await give(at + 400, at + 410);
    const onRoad = await spot(...road.geometry.coordinates[1]!);
    expect(onRoad.roads).toMatchObject([{ road: 'R0' }]);
    expect(onRoad.roads[0]!.chainageMetres).toBeCloseTo(at, 2);
    const roadEvents = onRoad.events.filter(({ command }) => command === 'record-stretch');
    expect(roadEvents.map((event) => event.seq)).toEqual([here]);
    expect(onRoad.course).toContainEqual(expect.objectContaining({ kind: 'stretch', layer: 'fittings', isPlan: true }));
  });

  test('keeps apart what a claim was and is', async () => {
    const [lon, lat] = await middleOf('A-01');
    const before = (await spot(lon, lat)).course.filter(({ kind }) => kind === 'claim').length;
    const hold = { project: 'P-09', parcels: ['A-01'], kind: 'hold', fromOn: '2007-11-30', untilOn: null };
    const answer = park().command('assign-parcels', { basedOn: await seqOf(park()), input: hold });
    if ((await answer).status !== 200) return expect(before).toBeGreaterThan(0);
    const release = { parcels: ['A-01'], on: '2007-12-15', reason: '项目改址' };
    await done(park().command('release-parcels', { basedOn: await seqOf(park()), input: release }));
    const claims = (await spot(lon, lat)).course.filter(({ kind }) => kind === 'claim');
    expect(claims).toContainEqual(
      expect.objectContaining({ project: 'P-09', claim: 'hold', on: '2007-11-30', untilOn: '2007-12-15' }),
    );
  });

  test.each([
    [117.9, 27.9],
    [0, 0],
    [-63, -27],
    [180, 85],
  ])('at %d, %d is outside the park', async (lon, lat) => {
    expect(await spot(lon, lat)).toMatchObject({ isInPark: false, plans: [], parcels: [], course: [], events: [] });
  });

  test.each(['lon=117', 'lat=27', 'lon=x&lat=27', 'lon=117&lat=86', 'lon=181&lat=1', 'lon=1e2&lat=1', 'lon=&lat='])(
    'refuses ?%s',
    async (query) => {
      const ask = await park().as('张三');
      expect(await refused(ask(`/api/parks/jinling/spot?${query}`))).toMatchObject({
        status: 400,
        code: 'input.invalid',
      });
    },
  );
});
