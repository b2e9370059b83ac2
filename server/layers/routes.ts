import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { refuse } from '../../domain/refusals.ts';
import type { House } from '../house.ts';
import { parkParam } from '../http/describe.ts';
import type { ParkEnv } from '../http/env.ts';
import { hasTag } from '../http/has-tag.ts';
import { Problem } from '../http/problem.ts';
import { LayerCache } from './layer-cache.ts';
import { layerNames } from './layer-names.ts';

const featureCollection = z
  .object({ type: z.literal('FeatureCollection'), features: z.array(z.object({ type: z.literal('Feature') }).loose()) })
  .meta({ id: 'FeatureCollection', description: 'RFC 7946 GeoJSON in degrees' });

const layer = createRoute({
  method: 'get',
  path: '/layers/{layer}',
  request: {
    params: parkParam.extend({ layer: z.enum(layerNames) }),
    query: z.object({ plan: z.string().min(1).max(40).optional().meta({ description: 'Plan version of the zones' }) }),
  },
  responses: {
    200: { description: 'A layer of the map', content: { 'application/geo+json': { schema: featureCollection } } },
    304: { description: 'The layer has not changed' },
  },
});

export const layerRoutes = ({ database }: House) => {
  const cache = new LayerCache(database.queries);
  return new OpenAPIHono<ParkEnv>().openapi(layer, async (c) => {
    const { plan = null } = c.req.valid('query');
    const bytes = await cache.of(c.var.memory, c.req.valid('param').layer, plan);
    if (!bytes) throw new Problem(refuse('input.invalid', 'plan', { plan, message: 'no such plan version' }));
    const isGzip = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
    const etag = `"${bytes.etag}${isGzip ? '-gzip' : ''}"`;
    c.header('ETag', etag);
    c.header('Cache-Control', 'no-cache');
    c.header('Vary', 'Accept-Encoding');
    if (hasTag(c.req.header('if-none-match'), etag)) return c.body(null, 304);
    c.header('Content-Type', 'application/geo+json');
    if (isGzip) c.header('Content-Encoding', 'gzip');
    return c.body(isGzip ? bytes.gzipped : bytes.plain, 200);
  });
};
