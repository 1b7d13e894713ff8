import { shape } from "../apps/api/src/table/shape.ts";
import { isPermanent, settings } from "./stage.ts";

const { partitionKey, sortKey, queue, list, host } = shape;

const keys = [partitionKey, sortKey, queue.sortKey, list.partitionKey, list.sortKey, host.partitionKey, host.sortKey];

/** The one table. Its keys and indexes are those of the code; a local index can only be made with the table. */
export const table = new sst.aws.Dynamo("Table", {
  fields: Object.fromEntries(keys.map((key) => [key, "string" as const])),
  primaryIndex: { hashKey: partitionKey, rangeKey: sortKey },
  localIndexes: { [queue.name]: { rangeKey: queue.sortKey, projection: [...queue.projected] } },
  globalIndexes: Object.fromEntries([list, host].map((index) => [index.name, { hashKey: index.partitionKey, rangeKey: index.sortKey }])),
  ttl: shape.expiresAttribute,
  stream: "new-and-old-images",
  deletionProtection: isPermanent,
  transform: {
    table: (args, opts) => {
      args.pointInTimeRecovery = { enabled: true, recoveryPeriodInDays: isPermanent ? 35 : 1 };
      // A lock each: AWS refuses to delete it, Pulumi refuses to replace it, and taking it out of the program lets it be.
      opts.protect = isPermanent;
      opts.retainOnDelete = isPermanent;
    },
  },
});

/**
 * The table that everything works on. After a restore it is the restored one, until its name is told no more; the first stays
 * as it is, untouched, so that one can look at both and go back.
 */
export const liveTable = settings.restoredTable ? aws.dynamodb.getTableOutput({ name: settings.restoredTable }) : table.nodes.table;
