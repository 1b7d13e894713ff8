/** What Lambda needs to hand a queue's messages to a function: in the function's own role. */
export const receiving = (queue: sst.aws.Queue) => ({
  actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
  resources: [queue.arn],
});
