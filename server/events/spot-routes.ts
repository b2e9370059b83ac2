import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { parkGrid } from '../../domain/geometry/grid.ts';
import { spotCourse } from '../../domain/park/spot-course.ts';
import { spotAt } from '../../domain/park/spot.ts';
import { touchesSpot } from '../../domain/park/touches-spot.ts';
import { eventsBefore } from '../database/log.ts';
import { documentsOf } from '../documents/queries.ts';
import type { House } from '../house.ts';
import { answers, parkParam } from '../http/describe.ts';
import type { PersonParkEnv } from '../http/env.ts';
import { onlyFor } from '../http/only-for.ts';
import { findPhotos } from './find-photos.ts';
import { spotAnswer } from './spot-answers.ts';
import { SpotCache } from './spot-cache.ts';

const mostEvents = 100;
/** Most of what was recorded about a road lies elsewhere along it. */
const mostRead = 500;
const farMillimetres = 1e9;

const degrees = (most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,12})?$/)
    .transform(Number)
    .refine((value) => Math.abs(value) <= most);

const spot = createRoute({
  method: 'get',
  path: '/spot',
  ...onlyFor('read-history'),
  request: {
    params: parkParam,
    query: z.object({ lon: degrees(180).meta({ example: '117.33' }), lat: degrees(85).meta({ example: '27.54' }) }),
  },
  responses: answers(spotAnswer, 'Everything that is, was, or is planned at a point'),
});

export const spotRoutes = ({ database: { queries } }: House) => {
  const cache = new SpotCache(queries);
  return new OpenAPIHono<PersonParkEnv>().openapi(spot, async (c) => {
    const { memory } = c.var;
    const { facts, parkId } = memory;
    const { lon, lat } = c.req.valid('query');
    const grid = parkGrid(facts.park);
    const point = grid.toMillimetres([lon, lat]);
    const isFar = !point.every((millimetres) => Math.abs(millimetres) < farMillimetres);
    const finds = spotAt(await cache.of(memory), point);
    const subjects = [
      ...finds.parcels.map((code) => `parcel:${code}`),
      ...finds.roads.map(({ road }) => `road:${road}`),
      ...finds.works.map(({ work }) => `work:${work}`),
    ];
    const found = subjects.length === 0 ? [] : await eventsBefore(queries, parkId, { subjects }, mostRead);
    const here = found.filter(({ changes }) => changes.some((change) => touchesSpot(change, finds)));
    const events = here.slice(0, mostEvents).map((event) => ({
      ...event,
      changes: event.changes.filter((change) => touchesSpot(change, finds)),
    }));
    const zones = new Set(finds.plans.flatMap((plan) => plan.zones));
    const answer = {
      seq: facts.seq,
      eastMetres: isFar ? null : grid.originEast + point[0] / 1_000,
      northMetres: isFar ? null : grid.originNorth + point[1] / 1_000,
      ...finds,
      zones: facts.zones
        .filter(({ code }) => zones.has(code))
        .map(({ code, standard, landUse, name, phase }) => ({ code, standard, landUse, name, phase })),
      course: spotCourse(facts, finds),
      photos: isFar ? [] : await findPhotos(queries, parkId, { grid, point }),
      events,
      documents: await documentsOf(
        queries,
        parkId,
        events.flatMap((event) => event.documents),
      ),
      hasEarlier: here.length > events.length || found.length === mostRead,
    };
    return c.json(answer, 200);
  });
};
