import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** How far a shard was read: the last record done, and whether the shard ended there. */
export interface ShardMark {
  sequenceNumber?: string;
  isFinished?: boolean;
}

/** How far the stream was read, kept across starts: at least once, never skipped. */
export interface Checkpoints {
  /** The marks of this stream; another stream's marks are forgotten. */
  of(streamArn: string): Record<string, ShardMark>;
  mark(shardId: string, mark: ShardMark): void;
  /** Forgets shards that the stream lists no more. */
  keepOnly(shardIds: ReadonlySet<string>): void;
}

interface Kept {
  streamArn?: string;
  shards: Record<string, ShardMark>;
}

/** @param file where they are kept; absent: in memory */
export function openCheckpoints(file: string | undefined): Checkpoints {
  let kept: Kept = file === undefined ? { shards: {} } : read(file);
  const save = () => {
    if (file === undefined) return;
    // Renamed into place: a crash leaves the earlier marks or these, never half of them.
    writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  return {
    of(streamArn) {
      if (kept.streamArn !== streamArn) kept = { streamArn, shards: {} };
      return kept.shards;
    },
    mark(shardId, mark) {
      kept.shards[shardId] = { ...kept.shards[shardId], ...mark };
      save();
    },
    keepOnly(shardIds) {
      for (const shardId of Object.keys(kept.shards)) if (!shardIds.has(shardId)) delete kept.shards[shardId];
    },
  };
}

function read(file: string): Kept {
  try {
    const kept = JSON.parse(readFileSync(file, "utf8"));
    return typeof kept?.shards === "object" && kept.shards !== null ? kept : { shards: {} };
  } catch {
    // Without marks the stream is read from its beginning: what was done is done once more, and nothing is made twice.
    return { shards: {} };
  }
}
