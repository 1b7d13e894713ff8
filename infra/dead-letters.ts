/** Every place where something is put aside so that the rest goes on. Each has an alarm (`alarms.ts`). */
export const deadLetters: { name: string; queue: sst.aws.Queue }[] = [];

export function deadLettersOf(name: string): sst.aws.Queue {
  const queue = new sst.aws.Queue(`${name}DeadLetter`, {
    transform: {
      queue: (args) => {
        // As long as there is: somebody has to come back from a holiday first.
        args.messageRetentionSeconds = 14 * 24 * 60 * 60;
      },
    },
  });
  deadLetters.push({ name: `${name}DeadLetter`, queue });
  return queue;
}
