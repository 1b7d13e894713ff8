import { alarmTopic } from "./alarms.ts";
import { settings } from "./stage.ts";

/** Told when four fifths are spent, and when the month looks like ending above it. */
new aws.budgets.Budget("Budget", {
  name: `${$app.name}-${$app.stage}`,
  budgetType: "COST",
  limitAmount: String(settings.monthlyBudgetDollars),
  limitUnit: "USD",
  timeUnit: "MONTHLY",
  notifications: [
    { comparisonOperator: "GREATER_THAN", threshold: 80, thresholdType: "PERCENTAGE", notificationType: "ACTUAL", subscriberSnsTopicArns: [alarmTopic.arn] },
    {
      comparisonOperator: "GREATER_THAN",
      threshold: 100,
      thresholdType: "PERCENTAGE",
      notificationType: "FORECASTED",
      subscriberSnsTopicArns: [alarmTopic.arn],
    },
  ],
});
