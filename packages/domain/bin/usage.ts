export const usage = `Verdicts on a CTE program's industry partnerships, without a line of code.

  cte-partnerships subjects                what can be checked
  cte-partnerships facts <subject>         a file to fill in: null is "not known"
  cte-partnerships check <facts.json | ->  the verdicts; "-" reads standard input
  cte-partnerships rules [subject]         the rules in force, with citation and confidence

  --subject <id>      what the facts are about, where the file does not say
  --on <date>         the day whose rules are asked, where the file names none, as 2026-11-24; without it today in
                      the agency's zone
  --format <format>   text, json or markdown
  --language <en|es>  the language of what is told
  --agency <module>   a package or a file that exports an agency, instead of New York City
  --help, --version

A file of facts is { "subject": "…", "facts": { … } }, where "label" and "on" may stand beside them, or a list of
such; with --subject it may be the facts alone. What is left out or null is not known, and never counts as met.

Ends with 0 where all that was checked is met, 1 where something is unmet, 2 where something is not known and nothing
is unmet; 64 for a wrong command line, 65 for wrong facts, 66 for what cannot be read, 70 for a bug.
`;
