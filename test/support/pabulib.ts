import { createPabulibReader, type Pabulib } from '../../shared/formats/pabulib/read.ts'
import { readIn } from './fed.ts'

/** A small file; what a test is about is given, the rest is as usual. */
export function aFile({
  meta = '',
  budget = '100',
  type = 'approval',
  stated = [2, 2],
  projects = 'project_id;cost;name\na;60;Park\nb;50;Clinic',
  votes = 'voter_id;vote\n1;a\n2;a,b',
} = {}) {
  return [
    `META\nkey;value\ndescription;Test\nnum_projects;${stated[0]}\nnum_votes;${stated[1]}`,
    `budget;${budget}\nvote_type;${type}${meta}\nPROJECTS\n${projects}\nVOTES\n${votes}\n`,
  ].join('\n')
}

export function read(text: string): Pabulib {
  const reading = readIn(createPabulibReader(), text)
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  return reading.value
}
