import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { ParkMemories } from '../park-memories.ts';
import type { Channel } from './hear-channels.ts';

const channelName = 'yuantu_event';
const toldSchema = z.object({ park: z.string(), seq: z.number().int() });

/** What tells the other processes, once the transaction is committed, how far the log of a park reaches. */
export function noticeOf(told: z.infer<typeof toldSchema>): SQL {
  return sql`pg_notify(${channelName}, ${JSON.stringify(told)})`;
}

/** Brings the parks in memory forward to what other processes write to a shared database. */
export function eventChannel(memories: ParkMemories): Channel {
  const everything = async () => {
    for (const memory of memories.loaded()) await memories.refresh(memory);
  };
  return {
    name: channelName,
    hear: async (payload) => {
      const told = readTold(payload);
      if (!told) return everything();
      const memory = memories.loaded().find(({ facts }) => facts.park.code === told.park);
      if (memory && memory.facts.seq < told.seq) await memories.refresh(memory);
    },
    joined: everything,
    check: everything,
  };
}

function readTold(payload: string): z.infer<typeof toldSchema> | null {
  try {
    return toldSchema.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
