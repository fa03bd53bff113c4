/**
 * Plays `gov-tracking.min.js`: works off the queue `_govaq` as its page wrote it, and takes the place of `push`.
 * Written for the commands of the contract; keeps nothing in the browser. @see contract 4
 */
export const trackingScript = `/* Mô phỏng – simulated */
(function () {
  var url = '', site = ''
  function send(action, more) {
    if (!url || !site) return
    var body = new URLSearchParams({ idsite: site, action: action, url: location.origin + location.pathname })
    for (var name in more) body.set(name, more[name])
    if (!navigator.sendBeacon || !navigator.sendBeacon(url, body)) fetch(url, { method: 'POST', body: body, mode: 'no-cors', keepalive: true })
  }
  var commands = {
    setTrackerUrl: function (value) { url = value },
    setSiteId: function (value) { site = String(value) },
    enableLinkTracking: function () {},
    trackPageView: function () { send('trackPageView', {}) },
    trackDVC: function (code, result, extra) {
      send('trackDVC', { code: code, result: result, extra: typeof extra === 'string' ? extra : JSON.stringify(extra || {}) })
    }
  }
  function run(command) {
    var act = commands[command[0]]
    if (act) act.apply(null, [].slice.call(command, 1))
  }
  var waiting = window._govaq || []
  // Settings first: a page may ask for a view before it says where to send it.
  waiting.filter(function (one) { return /^set/.test(one[0]) }).forEach(run)
  waiting.filter(function (one) { return !/^set/.test(one[0]) }).forEach(run)
  window._govaq = { push: run }
})()
`
