import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { meters } from '#lib/server/watch/meters.ts';

const read = (path: string) => readFileSync(path, 'utf8');

const alertSchema = v.object({
  alert: v.string(),
  expr: v.string(),
  labels: v.object({ severity: v.picklist(['page', 'warn']) }),
  annotations: v.object({ summary: v.string(), runbook_url: v.string() })
});

const alerts = v
  .parse(
    v.object({ groups: v.array(v.object({ rules: v.array(alertSchema) })) }),
    parse(read('deploy/alerts.yml'))
  )
  .groups.flatMap(({ rules }) => rules);

const targets = v.array(v.object({ expr: v.string() }));
const dashboardSchema = v.object({ panels: v.array(v.object({ targets: v.optional(targets, []) })) });
const queries = v
  .parse(dashboardSchema, JSON.parse(read('deploy/grafana-dashboard.json')))
  .panels.flatMap((panel) => panel.targets.map(({ expr }) => expr));

const runbook = read('docs/runbook.md');
const manual = read('docs/operations-watching.md');
const expressions = [...alerts.map(({ expr }) => expr), ...queries];

/** Of Prometheus itself, of node_exporter and blackbox_exporter. */
const FOREIGN = [
  'up',
  'node_filesystem_avail_bytes',
  'node_filesystem_size_bytes',
  'probe_ssl_earliest_cert_expiry'
];

function ourMetrics(): Set<string> {
  const { register, collectProcess } = meters();
  collectProcess();
  return new Set(register.getMetricsAsArray().map(({ name }) => name));
}

const named = (text: string) =>
  [...text.matchAll(/\b(?:footnote|process|nodejs|node|probe)_[a-z0-9_]*[a-z0-9]\b/g)].map(([name]) =>
    name.replace(/(?<=_seconds)_(bucket|sum|count)$/, '')
  );

/** A heading as a link to it is written. */
const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
  title
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(' ', '-')
);

describe('dashboard, alerts and runbook', () => {
  it('name metrics that there are, and the manual names each of ours', () => {
    const ours = ourMetrics();
    const used = [...expressions, runbook, manual].flatMap(named);
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((name) => !ours.has(name) && !FOREIGN.includes(name))).toEqual([]);
    const undescribed = [...ours].filter((name) => name.startsWith('footnote_') && !manual.includes(name));
    expect(undescribed).toEqual([]);
  });

  it('name routes and jobs that there are', () => {
    const routes = [...expressions, runbook].flatMap((text) =>
      [...text.matchAll(/route="([^"]+)"/g)].map(([, route = '']) => route)
    );
    expect(routes.filter((route) => !existsSync(`src/routes${route}`))).toEqual([]);
    const jobs = expressions.flatMap((text) =>
      [...text.matchAll(/\bname="([^"]+)"/g)].map(([, job = '']) => job)
    );
    const list = read('src/lib/server/jobs/job-list.ts');
    expect([routes.length > 5, jobs.length > 0]).toEqual([true, true]);
    expect(jobs.filter((job) => !list.includes(`name: '${job}'`))).toEqual([]);
  });

  it.each(alerts.map(({ alert, annotations }) => [alert, annotations.runbook_url] as const))(
    'say what to do when %s is raised',
    (alert, url) => {
      const [file, heading = ''] = url.split('#');
      expect(file).toBe('docs/runbook.md');
      expect(headings).toContain(heading);
      const part = runbook.split(/^## /m)[headings.indexOf(heading) + 1];
      expect(part).toContain(`\`${alert}\``);
    }
  );

  it('are tried by promtool, each alert by name', () => {
    const tried = [...read('deploy/alerts.test.yml').matchAll(/alertname="(\w+)"/g)].map(([, name]) => name);
    expect(tried.sort()).toEqual(alerts.map(({ alert }) => alert).sort());
  });

  it('know ten faults or more, each with what is seen, what it means, what to do and when it is over', () => {
    const parts = runbook.split(/^## /m).slice(1);
    expect(parts.length).toBeGreaterThanOrEqual(10);
    for (const part of parts)
      for (const word of ['See', 'Means', 'Do', 'Over']) expect.soft(part).toContain(`- **${word}**`);
    const raised = new Set(alerts.map(({ alert }) => alert));
    const told = [...runbook.matchAll(/`((?:Footnote|Disk|Certificate)[A-Z]\w+)`/g)].map(
      ([, name = '']) => name
    );
    expect(told.filter((name) => !raised.has(name))).toEqual([]);
  });
});
