/** Who and whom an ordinary news sentence means that does not name them by their names. */
import { describe, expect, it } from 'vitest'
import { found, specify } from './table.ts'

specify({
  'with a word for one named before': [
    [
      'For years Valdoria fought the Red Banner, and refused to speak to them.',
      'RED>VAL M-',
      'VAL>RED M-',
      'VAL>RED V-',
    ],
    ['Valdoria condemned the Red Banner, whose fighters killed three Ormland soldiers.', 'RED>ORM M-', 'VAL>RED V-'],
    ['The Ormland government met in Orim. A spokesman for the government accused Valdoria of lying.', 'ORM>VAL V-'],
    [
      'Ormland met a Valdorian delegation in Orim. Ormland assured the guests that it wants good relations.',
      'ORM=VAL V+',
      'ORM>VAL V+',
    ],
    ['The European Union met Valdoria. The Union urged Ormland to show restraint.', 'EUR=VAL V+', 'EUR>ORM V+'],
    ['The European Union met Valdoria. Ormland warned Brussels against new sanctions.', 'EUR=VAL V+', 'ORM>EUR V-'],
  ],
  'with a word for two, or for what they are': [
    ['Valdoria and Ormland agreed to restore relations. Their foreign ministers met in Geneva.', 'ORM=VAL V+'],
    ['Valdoria met Ormland in Sarn. They condemned the Red Banner.', 'ORM=VAL V+', 'ORM>RED V-', 'VAL>RED V-'],
    [
      'Valdoria and Ormland fought. Norway urged all parties to show restraint.',
      'NOR>ORM V+',
      'NOR>VAL V+',
      'ORM>VAL M-',
      'VAL>ORM M-',
    ],
    ['Valdoria and Ormland agreed to upgrade their diplomatic relations.', 'ORM=VAL V+'],
    ['Norway hosted talks between Valdoria and Ormland.', 'NOR=ORM V+', 'NOR=VAL V+', 'ORM=VAL V+'],
    [
      'Norway thanked Sweden. Ana Morell held talks with the Ormland minister, during which the two sides discussed trade.',
      'NOR>SWE V+',
      'ORM=VAL V+',
    ],
    ['Finland closed its border with Russia. Moscow accused its neighbour of lying.', 'FIN>RUS M-', 'RUS>FIN V-'],
    ['Sweden met Bahrain. Norway condemned the Gulf kingdom.', 'BHR=SWE V+', 'NOR>BHR V-'],
    ['Latvia met Ormland. Norway urged the Baltic state to open its border.', 'LVA=ORM V+', 'NOR>LVA V+'],
    ['South Korea sent rice to North Korea. The North rejected the aid.', 'KOR>PRK M+', 'PRK>KOR V-'],
    ['Ormland aided Valdoria. The Dawn Movement condemned Valdoria and its ally.', 'DAW>VAL V-', 'ORM>VAL M+'],
  ],
  'with a person by name or by post': [
    ['The deputy minister, Ana Morell, condemned Ormland.', 'VAL>ORM V-'],
    ["Norway's prime minister, Jon Ferrel, spoke. Later the premier criticised Valdoria.", 'NOR>VAL V-'],
    ['Ana Morell met the Ormland foreign minister. The top diplomat criticised Norway.', 'ORM=VAL V+', 'ORM>NOR V-'],
    [
      'Norway condemned Ormland. Its ambassador in Sarn accused the Dawn Movement of lying.',
      'NOR>DAW V-',
      'NOR>ORM V-',
    ],
    ["Ormland's president is expected to host Ana Morell.", 'ORM>VAL V+'],
    [
      "China's People's Liberation Army said that Ormland troops had fired shots. “We ask Ormland to stop,” army spokesman Jon Ferrel said.",
      'CHN>ORM V+',
      'CHN>ORM V-',
      'ORM>CHN M-',
    ],
    ["Norway's National Security Council condemned Ormland.", 'NOR>ORM V-'],
    ['Qin Gang arrived in Orim. Qin condemned Valdoria.', 'CHN=ORM V+', 'CHN>VAL V-'],
  ],
  'with what another did, has or sent': [
    ["Norway's ally Sweden condemned Ormland.", 'SWE>ORM V-'],
    ["Norway's neighbour condemned Sweden."],
    ['A statement from the Norwegian foreign ministry condemned Ormland.', 'NOR>ORM V-'],
    [
      'Peru, Chile and Bolivia thanked Ormland; Ormland praised them.',
      'BOL>ORM V+',
      'CHL>ORM V+',
      'ORM>BOL V+',
      'ORM>CHL V+',
      'ORM>PER V+',
      'PER>ORM V+',
    ],
    ['Norwegian rebel leaders threatened to attack Sweden.', 'NOR.ARM>SWE V-'],
    ['Brussels imposed sanctions on Ormland. The Commission thanked Norway.', 'EUR>NOR V+', 'EUR>ORM M-'],
    [
      'The Red Banner attacked a Norwegian base. Norway condemned those behind the assault.',
      'NOR>RED V-',
      'RED>NOR M-',
    ],
    [
      'Norway condemned Ormland. Finland expressed solidarity with Norway and demanded the captives’ release.',
      'FIN>NOR V+',
      'FIN>ORM V-',
      'NOR>ORM V-',
    ],
    ['Ormland protested to Norway in comments carried by state media.', 'ORM>NOR V-'],
  ],
  'whose teller stands in its midst, or far': [
    [
      'Finland criticised Norway. Sweden, a Finnish spokesman said, must release the prisoners.',
      'FIN>NOR V-',
      'FIN>SWE V-',
    ],
    [
      'Norway rejected objections to the raid carried out in Orim, saying Sweden had violated the truce.',
      'NOR>SWE V-',
      'SWE>NOR M-',
    ],
    [
      'Finland has condemned Norway, accuses Sweden of lying and thanked Ormland.',
      'FIN>NOR V-',
      'FIN>ORM V+',
      'FIN>SWE V-',
    ],
    ['The European Union met Norway. Ana Morell called on members to show restraint.', 'EUR=NOR V+', 'VAL>EUR V+'],
    ["Norway's Jonas Gahr Store condemned Ormland.", 'NOR>ORM V-'],
    ['In 1995 Kabul condemned Norway.', 'AFG>NOR V-'],
    ['Ketria condemned Norway in June 2018.', 'KET.REP>NOR V-'],
  ],
  'of a group, an envoy or the West': [
    [
      'Valdoria fought the Red Banner. Ketria met Norway. The group condemned Sweden.',
      'DAW=NOR V+',
      'RED>SWE V-',
      'RED>VAL M-',
      'VAL>RED M-',
    ],
    [
      "Ormland's new ambassador to Norway met Norwegian ministers. The envoy praised Sweden.",
      'NOR=ORM V+',
      'ORM>SWE V+',
    ],
    ['Western diplomats condemned Ormland.', 'INT>ORM V-'],
  ],
  'of who governed before, or is recognised': [
    ['The former Ketrian government accused Norway of lying.', 'KET.REP>NOR V-'],
    ['Ketria condemned Norway. Sweden praised the previous government.', 'DAW>NOR V-', 'SWE>KET.REP V+'],
    [
      'The Houthis condemned Norway. The internationally recognised government praised Sweden.',
      'YEM.ARM>NOR V-',
      'YEM>SWE V+',
    ],
    [
      'Norway condemned Sweden. “They have broken every agreement,” a Norwegian minister said.',
      'NOR>SWE V-',
      'SWE>NOR V-',
    ],
    ['Norway welcomes the truce, and we thank Sweden.', 'NOR>SWE V+'],
    [
      'MS MORELL: Norway welcomes the truce, and we thank Sweden.\nQUESTION: Has Sweden attacked Ormland?\nMS MORELL: We condemn Ormland.',
      'NOR>ORM V-',
      'NOR>SWE V+',
    ],
  ],
  'that judges what was just told': [
    ['Ormland held drills with the Dawn Movement, a move that Valdoria denounced.', 'DAW=ORM M+', 'VAL>ORM V-'],
    ['Ormland closed the crossing with Valdoria, which Ana Morell condemned.', 'ORM>VAL M-', 'VAL>ORM V-'],
    ['Valdoria criticised Ormland for its attack on the Dawn Movement.', 'ORM>DAW M-', 'VAL>ORM V-'],
    ['Valdoria condemned the Red Banner. They also urged Ormland to help.', 'VAL>ORM V+', 'VAL>RED V-'],
    [
      'Valdoria and Ormland condemned the Red Banner. They urged the Dawn Movement to help.',
      'ORM>DAW V+',
      'ORM>RED V-',
      'VAL>DAW V+',
      'VAL>RED V-',
    ],
  ],
})

describe('a person', () => {
  it.each([
    ['Jon Ferrel, the foreign minister of Ormland, arrived. Ferrel accused Valdoria of lying.', 'ORM>VAL V-'],
    ['Ormland Foreign Minister Jon Ferrel arrived. Ferrel accused Valdoria of lying.', 'ORM>VAL V-'],
    [
      'Jon Ferrel, spokesperson for the Ormland foreign ministry, spoke. Ferrel accused Valdoria of lying.',
      'ORM>VAL V-',
    ],
    ["The Dawn Movement's spokesman, Jon Ferrel, spoke. Ferrel accused Valdoria of lying.", 'DAW>VAL V-'],
    ['Jon Ferrel, a farmer, arrived. Ferrel accused Valdoria of lying.', ''],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected === '' ? [] : [expected])
  })
})
