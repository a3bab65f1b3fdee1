import { SEVERITY_WORDS } from '../base/diagnostic.ts';
import { BASIS_WORDS, type Check, type Topic } from '../pitfalls/index.ts';
import { labelled } from './layout.ts';

const basisText: Readonly<Record<Check['basis'], string>> = {
  rule: '规定：界限取自所查标准',
  course: '课件：培训课件的填报要求',
  experience: '经验：不是规定',
  own: '自定：本工具拟定的核对',
};

const head = (topic: Topic): readonly string[] => [
  ...labelled('事项', topic.name, 0),
  ...labelled('步骤', topic.step, 0),
  ...labelled('层级', topic.tiers.length === 0 ? '各层级' : topic.tiers.join('、'), 0),
];

const tail = (topic: Topic): readonly string[] => [
  ...topic.look.flatMap((text) => labelled('人看', text, 0)),
  ...(topic.see.length === 0 ? [] : labelled('参见', topic.see.join('、'), 0)),
  ...(topic.note === undefined ? [] : labelled('备注', topic.note, 0)),
];

/** All about one topic: P07, F08. */
export const topicText = (topic: Topic): string =>
  [
    topic.code,
    ...head(topic),
    ...labelled('要紧', topic.why, 0),
    ...labelled('出处', topic.citation, 0),
    ...topic.checks.flatMap((check) =>
      labelled(
        '检查',
        `${check.code} ${SEVERITY_WORDS[check.severity]}［${BASIS_WORDS[check.basis]}］${check.name}`,
        0,
      ),
    ),
    ...tail(topic),
  ].join('\n');

/** All about one check: P07.2. */
export const checkText = (topic: Topic, check: Check): string =>
  [
    `${check.code} ${check.name}`,
    ...head(topic),
    ...labelled('轻重', SEVERITY_WORDS[check.severity], 0),
    ...labelled('性质', basisText[check.basis], 0),
    ...labelled('要紧', check.why, 0),
    ...labelled('准备', check.prepare, 0),
    ...labelled('出处', check.citation, 0),
    ...tail(topic),
  ].join('\n');
