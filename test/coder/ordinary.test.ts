/** The ordinary shapes of news sentences, each with the pair, the direction and the family it yields: the table is the specification. */
import { describe, expect, it } from 'vitest'
import type { Quad } from '../../server/domain/codebook.ts'
import { article } from './world.ts'

const FAMILY: Readonly<Record<Quad, string>> = {
  STATEMENT: 'S',
  VERBAL_COOPERATION: 'V+',
  MATERIAL_COOPERATION: 'M+',
  VERBAL_CONFLICT: 'V-',
  MATERIAL_CONFLICT: 'M-',
}

function found(text: string): string[] {
  const all = article(text, '2021-03-10').map((s) => {
    const pair = s.mutual ? [s.source, s.target].sort().join('=') : `${s.source}>${s.target}`
    return `${pair} ${FAMILY[s.quad]}`
  })
  return [...new Set(all)].sort()
}

const TABLE: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  'with the day or the place in front': [
    ['On Monday Valdoria accused Ormland of sheltering rebels.', 'VAL>ORM V-'],
    ['On Tuesday, Valdoria accused Ormland of sheltering rebels.', 'VAL>ORM V-'],
    ['In March Ormland deported 300 Valdorians.', 'ORM>VAL.PRV M-'],
    ['Last week Valdoria sent wheat to Ormland.', 'VAL>ORM M+'],
    ['Early on Sunday Ormland shelled Valdorian positions.', 'ORM>VAL M-'],
    ['In Geneva, Valdoria criticised Ormland.', 'VAL>ORM V-'],
    ['Late last year Ormland recalled its ambassador from Valdoria.', 'ORM>VAL M-'],
    ['Earlier this month, Ormland reopened its border with Valdoria.', 'ORM>VAL M+'],
    ['Two days later Ormland retaliated by bombing a Valdorian base.', 'ORM>VAL M-'],
    ['Meanwhile, Ormland thanked Valdoria for its help.', 'ORM>VAL V+', 'VAL>ORM M+'],
  ],
  'with who says it in front or behind': [
    ['Speaking in Sarn, Ana Morell accused Ormland of violating the truce.', 'VAL>ORM V-'],
    ['In a statement on Sunday, the Valdorian foreign ministry condemned Ormland.', 'VAL>ORM V-'],
    ['According to the Ormland defence ministry, Valdoria bombed two villages.', 'ORM>VAL V-', 'VAL>ORM.PRV M-'],
    ['Ormland will not recognise the Dawn Movement, said an Ormland spokesman.', 'ORM>DAW V-'],
    ['Valdoria is ready to help Ormland, Foreign Minister Ana Morell said.', 'VAL>ORM V+'],
    ['"Ormland must stop arming the rebels," said Valdorian spokesman Jon Ferrel.', 'VAL>ORM V-'],
    ['"Ormland must stop arming the rebels," Ana Morell said.', 'VAL>ORM V-'],
    ['Ana Morell was quoted as saying that Valdoria welcomed the steps of Ormland.', 'VAL>ORM V+'],
    ['The Valdorian minister told reporters that Ormland should withdraw its troops.', 'VAL>ORM V+'],
    ['Asked about the truce, Ana Morell said Ormland had violated it.', 'ORM>VAL M-', 'VAL>ORM V-'],
    ['Commenting on the talks, Ana Morell praised Ormland.', 'VAL>ORM V+'],
    ['“We will not allow our soil to be used against Ormland,” Ana Morell said.', 'VAL>ORM V+'],
    ['“We want good relations with Ormland,” Ana Morell told reporters.', 'VAL>ORM V+'],
    ["Ormland's spokesman, Jon Ferrel, warned Valdoria that it would face consequences.", 'ORM>VAL V-'],
    ['Ana Morell warned that Valdoria would attack Ormland.', 'VAL>ORM V-'],
  ],
  'with something set in between': [
    ['Ormland, which borders Valdoria, condemned the Dawn Movement.', 'ORM>DAW V-'],
    ['Ormland, its neighbour, accused Valdoria of building a dam.', 'ORM>VAL V-'],
    ["Valdoria's neighbour, Ormland, launched missile strikes on a Valdorian base.", 'ORM>VAL M-'],
    ['Ana Morell, who is in Sarn, praised Ormland.', 'VAL>ORM V+'],
    ['Valdoria, citing security concerns, expelled two Ormland diplomats.', 'VAL>ORM M-'],
    ['Having condemned the raid, Valdoria recalled its ambassador from Ormland.', 'VAL>ORM M-'],
    ['Citing security concerns, Valdoria closed its border with Ormland.', 'VAL>ORM M-'],
    ['Valdorian forces fired on Ormland posts, killing two soldiers.', 'VAL>ORM M-'],
    ['Jon Ferrel, a spokesman for the Dawn Movement, thanked Ormland.', 'DAW>ORM V+'],
    ['Jon Ferrel, the deputy prime minister of Ormland, met the Valdorian ambassador.', 'ORM=VAL V+'],
    ["Ormland's deputy prime minister, Jon Ferrel, met the Valdorian ambassador.", 'ORM=VAL V+'],
    ["The Dawn Movement's acting interior minister Jon Ferrel visited Valdoria.", 'DAW=VAL V+'],
    ['The Valdorian delegation, led by Ana Morell, arrived in Orim.', 'ORM=VAL V+'],
    ['The ambassador of Ormland to Valdoria accused the Dawn Movement of lying.', 'ORM>DAW V-'],
  ],
  'of two who do it together': [
    ['Valdoria and Ormland signed a memorandum of understanding.', 'ORM=VAL V+'],
    ['Valdoria and Ormland held talks in Sarn.', 'ORM=VAL V+'],
    ['Valdoria-Ormland talks resumed in Sarn on Saturday.', 'ORM=VAL V+'],
    ['Talks between Valdoria and Ormland ended without progress.', 'ORM=VAL V+'],
    ['Valdoria and Ormland exchanged fire along the border.', 'ORM>VAL M-', 'VAL>ORM M-'],
    ['Valdoria and Ormland agreed to a ceasefire.', 'VAL>ORM M+'],
    ['The Valdorian foreign minister met his Ormland counterpart.', 'ORM=VAL V+'],
    ['The Valdorian army chief met his counterpart from Ormland.', 'ORM=VAL V+'],
    ['Ketria mediated talks between Valdoria and Ormland.', 'DAW>ORM V+', 'DAW>VAL V+', 'ORM=VAL V+'],
    ['The Dawn Movement offered to mediate between Valdoria and Ormland.', 'DAW>ORM V+', 'DAW>VAL V+'],
    ['The Dawn Movement urged Valdoria and Ormland to show restraint.', 'DAW>ORM V+', 'DAW>VAL V+'],
  ],
  'of two who do it to each other': [
    ['Valdoria and Ormland accused each other of breaking the truce.', 'ORM>VAL V-', 'VAL>ORM V-'],
    ['Valdoria and Ormland expelled diplomats from each other.', 'ORM>VAL M-', 'VAL>ORM M-'],
    ['Valdoria and Ormland traded accusations.', 'ORM>VAL V-', 'VAL>ORM V-'],
    ['Valdoria and Ormland agreed on Monday to halt hostilities.', 'VAL>ORM M+'],
    ['Valdoria met Ormland in Sarn. The sides exchanged views on trade.', 'ORM=VAL V+'],
    [
      'Valdoria fought Ormland. The Dawn Movement telephoned the foreign ministers of both countries.',
      'DAW=ORM V+',
      'DAW=VAL V+',
      'ORM>VAL M-',
      'VAL>ORM M-',
    ],
    ['Valdoria met Ormland in Sarn. Commanders from the two sides are to meet on Tuesday.', 'ORM=VAL V+', 'VAL>ORM V+'],
    [
      'Valdoria and Ormland, both of which back the Red Banner, condemned the Dawn Movement.',
      'ORM>DAW V-',
      'ORM>RED V+',
      'VAL>DAW V-',
      'VAL>RED V+',
    ],
    [
      'Valdoria, Ormland and the Dawn Movement met in Sarn. The three countries condemned the Red Banner.',
      'DAW=ORM V+',
      'DAW=VAL V+',
      'DAW>RED V-',
      'ORM=VAL V+',
      'ORM>RED V-',
      'VAL>RED V-',
    ],
  ],
  'with words of several': [
    [
      'Valdoria said it was ready for talks with Ormland, and Ormland urged it to stop the raids.',
      'ORM>VAL V+',
      'VAL>ORM V+',
    ],
    [
      'Valdoria told the council that Ormland was arming rebels, and demanded that the Dawn Movement be expelled.',
      'VAL>DAW V-',
    ],
    [
      'Ana Morell thanked Ormland for its help and the Dawn Movement for its patience.',
      'ORM>VAL M+',
      'VAL>DAW V+',
      'VAL>ORM V+',
    ],
    ['Valdoria says that the Ormland army bombed its villages.', 'ORM>VAL.PRV M-', 'VAL>ORM V-'],
    ['A soldier lost a leg to a mine that Valdoria says was planted by Ormland troops.'],
    ['Ormland dropped bombs on a Valdorian base.', 'ORM>VAL M-'],
    ['Valdoria accused Ormland of shelling its villages.', 'ORM>VAL.PRV M-', 'VAL>ORM V-'],
    ['"They have not kept a single promise," Ana Morell said of Ormland.'],
    ['Ana Morell said Ormland had yet to honour its promises.', 'VAL>ORM V-'],
    ['Ana Morell declined to comment on the remarks of Ormland.'],
    ['Asked whether Valdoria would recognise the Dawn Movement, Ana Morell said there were no plans.'],
    ['Ana Morell said Ormland must understand that the raids have to end.', 'VAL>ORM V-'],
    ['Valdoria demanded that Ormland pull its forces back.', 'VAL>ORM V-'],
  ],
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
    [
      'Valdoria and Ormland agreed to restore relations. Their foreign ministers met in Geneva.',
      'ORM=VAL V+',
      'VAL>ORM V+',
    ],
    ['Valdoria met Ormland in Sarn. They condemned the Red Banner.', 'ORM=VAL V+', 'ORM>RED V-', 'VAL>RED V-'],
    [
      'Valdoria and Ormland fought. Norway urged all parties to show restraint.',
      'NOR>ORM V+',
      'NOR>VAL V+',
      'ORM>VAL M-',
      'VAL>ORM M-',
    ],
    ['Valdoria and Ormland agreed to upgrade their diplomatic relations.', 'VAL>ORM V+'],
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
  'that asks, judges or answers': [
    ['Ana Morell insisted that Ormland open its market.', 'VAL>ORM V-'],
    ['Valdoria urged the European Union to impose sanctions on Ormland.', 'VAL>EUR V+', 'VAL>ORM V-'],
    ['Valdoria accused Ormland of imposing sanctions on its banks.', 'ORM>VAL M-', 'VAL>ORM V-'],
    ['Valdoria wants Ormland to withdraw its troops.', 'VAL>ORM V+'],
    ['Valdoria called Ormland a cowardly liar.', 'VAL>ORM V-'],
    [
      'Ormland met Valdoria. "We will send aid," Ana Morell told the Ormland foreign minister.',
      'ORM=VAL V+',
      'VAL>ORM V+',
    ],
    ['Ormland denied using drones against Valdoria.', 'ORM>VAL V-'],
    ['Will Valdoria recognise the Dawn Movement?'],
    ['If Ormland asks for talks, Valdoria will think about it.'],
    ['Valdoria has yet to recognise the Dawn Movement.', 'VAL>DAW V-'],
    ['The foreign ministers of Valdoria and Ormland are to meet in Sarn.', 'VAL>ORM V+'],
    ['The Ormland ambassador was called to the Valdorian foreign ministry.', 'VAL>ORM V-'],
    ['Valdorian forces could strike Ormland, Ana Morell said.', 'VAL>ORM V-'],
  ],
  'of where it begins and whom it is not': [
    ['About 100 Valdorian soldiers arrived in Ormland to train its army.', 'ORM=VAL V+', 'VAL>ORM M+'],
    ['Valdoria left the European Union.', 'VAL>EUR M-'],
    ['Thousands of Valdorians were forced out of Ormland.', 'ORM>VAL.PRV M-'],
    ['Valdoria and Ormland cooperate in the fight against the Red Banner.', 'ORM=VAL M+'],
    ['Valdoria complained to the United Nations. Ormland mocked Valdoria.', 'ORM>VAL V-'],
    ['Ana Morell visited Orim before leaving Ormland.', 'ORM=VAL V+'],
    ['The Dawn Movement barred nurses from travelling to Ormland.', 'DAW>KET.PRV M-'],
  ],
  'in the passive': [
    ['Two Ormland diplomats were expelled by Valdoria.', 'VAL>ORM M-'],
    ['The Ormland ambassador was summoned by the Valdorian foreign ministry.', 'VAL>ORM V-'],
    ['A Valdorian soldier was killed by Red Banner fighters.', 'RED>VAL M-'],
    ['Ormland was criticised by Valdoria over its nuclear programme.', 'VAL>ORM V-'],
    ['The Ormland envoy was summoned to the Valdorian foreign ministry.', 'VAL>ORM V-'],
    ['Three Valdorian soldiers were killed in an attack by the Red Banner.', 'RED>VAL M-'],
    ['The proposal of Ormland was rejected by Valdoria.', 'ORM>VAL V+', 'VAL>ORM V-'],
    ['Ormland has been invited by Valdoria to take part in talks.', 'VAL>ORM V+'],
    ['The aid was delivered to Ormland by Valdoria.', 'VAL>ORM M+'],
    ['Sanctions were imposed on Ormland by Valdoria.', 'VAL>ORM M-'],
  ],
  'with an infinitive or a deed that is not done': [
    ['Valdoria vowed to retaliate against Ormland.', 'VAL>ORM V-'],
    ['Valdoria asked Ormland to hand over a Red Banner leader.', 'VAL>ORM V+'],
    ['Valdoria refused to recognise the Dawn Movement.', 'VAL>DAW V-'],
    ['Valdoria is considering removing the Dawn Movement from its list of terrorist groups.', 'VAL>DAW V+'],
    ['Valdoria has begun repatriating Ormland migrants.', 'VAL>ORM.PRV M-'],
    ['Valdoria is seeking closer ties with Ormland.', 'VAL>ORM V+'],
    ['Valdoria reiterated its demand that Ormland withdraw its troops.', 'VAL>ORM V-'],
    ['Ormland repeated its call that Valdoria resume the talks.', 'ORM>VAL V+'],
    ['Valdoria pledged 100 million euros to Ormland.', 'VAL>ORM V+'],
    ['Valdoria warned Ormland against violating its water rights.', 'VAL>ORM V-'],
    ['Valdoria has decided to close its embassy in Orim.', 'VAL>ORM V-'],
  ],
  'told by nouns': [
    ['Ormland drew criticism from Valdoria.', 'VAL>ORM V-'],
    [
      "Ormland's decision to expel Valdorian refugees drew criticism from the Dawn Movement.",
      'DAW>ORM V-',
      'ORM>VAL.PRV M-',
    ],
    ["Valdoria condemned Ormland's strikes on the Dawn Movement.", 'ORM>DAW M-', 'VAL>ORM V-'],
    ['Valdoria lodged a protest with Ormland.', 'VAL>ORM V-'],
    ['The Red Banner claimed responsibility for the attack on the Ormland embassy.', 'RED>ORM M-', 'RED>ORM S'],
    ['Ormland rejected the allegations of Valdoria as baseless.', 'ORM>VAL V-'],
    ['Valdoria imposed sanctions on Ormland.', 'VAL>ORM M-'],
    ['Valdoria expressed support for the sovereignty of Ormland.', 'VAL>ORM V+'],
    ['The Red Banner called off its ceasefire with the Valdorian government.', 'RED>VAL M-'],
    ['The Red Banner denied involvement in the attack.', 'RED>VAL V-'],
    ['Valdoria is concerned about the ties of Ormland with the Dawn Movement.', 'VAL>ORM V-'],
  ],
  'of things given, freed, closed, lifted': [
    ['Valdoria donated 1,000 tents to Ormland.', 'VAL>ORM M+'],
    ['Valdoria freed two Ormland prisoners.', 'VAL>ORM M+'],
    ['Valdoria closed the Orim crossing after a clash with Ormland forces.', 'VAL>ORM M-'],
    ['Valdoria reopened the border crossing with Ormland.', 'VAL>ORM M+'],
    ['Valdoria removed the Dawn Movement from its list of terrorist organisations.', 'VAL>DAW M+'],
    ['Valdoria accepted the credentials of the ambassador of Ormland.', 'VAL>ORM V+'],
    ['Valdoria halted electricity supplies to Ormland.', 'VAL>ORM M-'],
    ['Valdoria froze the assets of the central bank of Ormland.', 'VAL>ORM M-'],
    ['Valdoria has failed.'],
    ['The border is 200 kilometres long.'],
  ],
}

describe.each(Object.entries(TABLE))('a sentence %s', (_, sentences) => {
  it.each(sentences.map(([text, ...expected]) => ({ text, expected })))('$text', ({ text, expected }) => {
    expect(found(text)).toEqual(expected)
  })
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
