import { Question } from "@cte-partnerships/domain";

export const needs = Question.parse({ id: "needs", label: "What do you need?", required: true, kind: "text" });
export const lunch = Question.parse({
  id: "lunch",
  label: "Lunch",
  required: false,
  kind: "choice",
  options: [
    { id: "none", label: "None" },
    { id: "veg", label: "Vegetarian, hot" },
  ],
});
