const { spawnSync } = require('node:child_process')

/**
 * Signs one Windows file with the command in DROOMDOEK_SIGN_COMMAND; `{file}` and `{hash}` (sha1 or
 * sha256) in it are filled in. The command decides where the certificate is (a token, a cloud service),
 * so no secret passes through the build. Without the variable the file stays unsigned, and it is said.
 * @param {{ path: string, hash: string }} configuration from electron-builder, once for each file and hash
 */
module.exports = async function signWithCommand({ path, hash }) {
  const command = process.env.DROOMDOEK_SIGN_COMMAND
  if (!command) {
    console.warn(`not signed (DROOMDOEK_SIGN_COMMAND is not set): ${path}`)
    return
  }
  const filled = command.replaceAll('{file}', path).replaceAll('{hash}', hash)
  const { status, error } = spawnSync(filled, { shell: true, stdio: 'inherit' })
  if (error) throw error
  if (status !== 0) throw new Error(`signing ended with ${status}: ${path}`)
}
