import { expect, test } from "vitest";
import { type RuleNews, ruleNews } from "#client/features/rules/ruleNews.ts";
import { type BoardRules, openRules } from "#shared/access/rules.ts";

const locked: BoardRules = { ...openRules, locked: ["diagnosis", "plan_legal"] };
const reserved: BoardRules = { ...openRules, reserved: [{ section: "diagnosis", for: "committee" }] };
const both: BoardRules = { ...locked, reserved: reserved.reserved };
const kept: BoardRules = { ...openRules, notesKeptToAuthor: true };

const table: [what: string, before: BoardRules, after: BoardRules, news: RuleNews[]][] = [
  ["nothing changed", locked, { ...locked }, []],
  ["two sections locked", openRules, locked, [{ what: "locked", sections: ["diagnosis", "plan_legal"] }]],
  ["opened again", locked, openRules, [{ what: "open", sections: ["diagnosis", "plan_legal"] }]],
  ["one reserved", openRules, reserved, [{ what: "committee", sections: ["diagnosis"] }]],
  ["reserved while it is locked: that is no news yet", locked, both, []],
  [
    "unlocked, and one of them then is still reserved",
    both,
    reserved,
    [
      { what: "committee", sections: ["diagnosis"] },
      { what: "open", sections: ["plan_legal"] },
    ],
  ],
  ["notes kept to their author", openRules, kept, [{ what: "kept" }]],
  ["and given back", kept, openRules, [{ what: "shared" }]],
];

test.each(table)("what is told: %s", (_what, before, after, news) => {
  expect(ruleNews(before, after)).toEqual(news);
});
