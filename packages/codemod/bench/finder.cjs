// What a team writes in ten minutes: every comparison of something called `message`. It follows nothing and changes nothing.
'use strict'

const isMessage = node =>
  (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression') &&
  !node.computed &&
  node.property.name === 'message'

module.exports = (file, { jscodeshift, stats }) => {
  jscodeshift(file.source)
    .find(jscodeshift.BinaryExpression)
    .filter(({ node }) => isMessage(node.left) || isMessage(node.right))
    .forEach(() => {
      stats('message-compare')
    })
}

module.exports.parser = 'tsx'
