// The work of a thread that makes items: rows that say which policy they saw; item 3 always kills its thread.
export async function work({ inputs, shared }) {
  const outputs = []
  for (const index of inputs) {
    if (index === 3) process.exit(1)
    const policy = shared ? JSON.parse(Buffer.from(shared.bytes).toString('utf8')) : null
    const row = new TextEncoder().encode(JSON.stringify({ index, round: shared?.round, choices: policy?.choices }))
    outputs.push({
      index,
      status: 'accepted',
      row,
      preferences: new Uint8Array(),
      rejections: [],
      spent: [],
      stats: {},
    })
  }
  return { outputs, milliseconds: 1 }
}
