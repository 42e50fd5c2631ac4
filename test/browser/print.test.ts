import { extractText } from "unpdf";
import { expect, test } from "vitest";
import { briefHtml } from "../../src/brief/index.ts";
import { exampleBrief } from "../brief/outputs.ts";
import { launchBrowser } from "../support/browser.ts";

test.each(["A4", "Letter"])("printed HTML has its marking and title on every sheet of %s", async (format) => {
  const brief = exampleBrief();
  const [first] = brief.sections;
  const long = { ...first, statements: Array.from({ length: 12 }, () => first.statements).flat() };
  const html = briefHtml({
    ...brief,
    sections: [long, ...brief.sections.slice(1)],
    imprint: { byline: "Ioreth", organisation: "Houses of Healing", marking: "Embargoed until dawn" },
  });
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent(html);
  const { text } = await extractText(new Uint8Array(await page.pdf({ format })));
  await browser.close();
  expect(text.length).toBeGreaterThan(2);
  for (const sheet of text) {
    expect(sheet).toContain("EMBARGOED UNTIL DAWN");
    expect(sheet).toContain("Houses of Healing");
    expect(sheet).toContain("Arnor and Gondor, 2020");
  }
});
