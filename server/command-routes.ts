import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { mostDocuments, reasonSchema } from '../domain/park/order.ts';
import type { CommandName } from '../domain/access/roles.ts';
import { execute, preview, type Command, type Order, type Outcome } from './command.ts';
import { refuse } from '../domain/refusals.ts';
import { commandAnswer } from './events/answers.ts';
import { undoCommand } from './events/undo.ts';
import type { House } from './house.ts';
import { answers, parkParam } from './http/describe.ts';
import type { PersonParkEnv } from './http/env.ts';
import { onlyFor } from './http/only-for.ts';
import { Problem } from './http/problem.ts';
import { importLandCommand } from './imports/import-land.ts';
import { planGateCommand } from './parcels/plan-gate.ts';
import { splitParcelCommand } from './parcels/split-parcel.ts';
import { recordGateCommand } from './parcels/record-gate.ts';
import { assignParcelsCommand } from './projects/assign-parcels.ts';
import { recordStageCommand } from './projects/record-stage.ts';
import { releaseParcelsCommand } from './projects/release-parcels.ts';
import { recordStretchCommand } from './roads/record-stretch.ts';
import { recordWorkCommand } from './works/record-work.ts';

/** Every command under its own address, with its own body. */
export const commandRoutes = (house: House) => {
  const route = <Name extends CommandName, Input extends z.ZodType>(
    path: `/commands/${Name}`,
    { name, summary, input }: Command<Input>,
  ) =>
    createRoute({
      method: 'post',
      path,
      summary,
      ...onlyFor(name),
      request: {
        params: parkParam,
        body: { required: true, content: { 'application/json': { schema: orderSchema(input) } } },
      },
      responses: answers(commandAnswer, 'What was done, or in a preview what would be done'),
    });
  const run = async <Input extends z.ZodType>(
    { memory, by }: PersonParkEnv['Variables'],
    command: Command<Input>,
    { preview: isPreview, partial, ...given }: Omit<Order<z.output<Input>>, 'actor'> & Kind,
  ) => {
    const order = { ...given, actor: by };
    if (isPreview) return answerOf(await preview(house, memory, command, order, partial));
    if (partial) throw new Problem(refuse('input.invalid', 'partial'));
    return answerOf(await execute(house, memory, command, order));
  };
  return new OpenAPIHono<PersonParkEnv>()
    .openapi(route('/commands/record-gate', recordGateCommand), async (c) =>
      c.json(await run(c.var, recordGateCommand, c.req.valid('json')), 200),
    )
    .openapi(route('/commands/plan-gate', planGateCommand), async (c) =>
      c.json(await run(c.var, planGateCommand, c.req.valid('json')), 200),
    )
    .openapi(route('/commands/record-stretch', recordStretchCommand), async (c) =>
      c.json(await run(c.var, recordStretchCommand, c.req.valid('json')), 200),
    )
    .openapi(route('/commands/record-work', recordWorkCommand), async (c) =>
      c.json(await run(c.var, recordWorkCommand, c.req.valid('json')), 200),
    )
    .openapi(route('/commands/assign-parcels', assignParcelsCommand), async (c) =>
      c.json(await run(c.var, assignParcelsCommand, c.req.valid('json')), 200),
    )
    .openapi(route('/commands/release-parcels', releaseParcelsCommand), async (c) =>
      c.json(await run(c.var, releaseParcelsCommand, c.req.valid('json')), 200),
    )
    .openapi(route('/commands/record-stage', recordStageCommand), async (c) =>
      c.json(await run(c.var, recordStageCommand, c.req.valid('json')), 200),
    )
    .openapi(route('/commands/import-land', importLandCommand), async (c) =>
      c.json(await run(c.var, importLandCommand, c.req.valid('json')), 200),
    )
    .openapi(route('/commands/split-parcel', splitParcelCommand), async (c) =>
      c.json(await run(c.var, splitParcelCommand, c.req.valid('json')), 200),
    )
    .openapi(route('/commands/undo', undoCommand), async (c) =>
      c.json(await run(c.var, undoCommand, c.req.valid('json')), 200),
    );
};

interface Kind {
  readonly preview: boolean;
  readonly partial: boolean;
}

function orderSchema<Input extends z.ZodType>(input: Input) {
  return z.object({
    id: z.uuid().toLowerCase().meta({ description: 'Made by the client; the same id again returns the first answer' }),
    basedOn: z.number().int().nonnegative().meta({ description: 'The last event the client had seen' }),
    input,
    preview: z.boolean().default(false).meta({ description: 'Only say what would happen' }),
    partial: z
      .boolean()
      .default(false)
      .meta({ description: 'In a preview: leave out the parcels that cannot, and say why in `refused`' }),
    reason: reasonSchema.meta({ description: 'Why; it stays in the history' }),
    documents: z.array(z.uuid()).max(mostDocuments).default([]).meta({ description: 'Photos and papers of this park' }),
  });
}

function answerOf({ seq, event, decision, effect, refused }: Outcome) {
  const { on, known, rows, moved, roads } = effect;
  return {
    seq,
    event,
    changes: decision.changes,
    moved,
    effect: { on, known, rows },
    roads,
    refused: refused.map(({ parcel, refusal: { refusal: code, field, detail } }) => ({ parcel, code, field, detail })),
  };
}
