// Device names, payloads and errors come from outside: they are only ever set as text.

const SWITCHES = {
  swallowPubAcks: 'Swallow PUBACKs',
  swallowSubAcks: 'Swallow SUBACKs',
  swallowShadowReplies: 'Swallow shadow replies',
  refuseSubscriptions: 'Refuse subscriptions',
  duplicateMessages: 'Send every message twice',
};
const DELAYS = {
  delayPubAcks: 'PUBACKs late, ms',
  delaySubAcks: 'SUBACKs late, ms',
  delayShadowReplies: 'Shadow replies late, ms',
};
const OUTCOMES = {
  SENT: 'Sent.',
  STORED: 'Stored for the next connection of the device.',
  OFFLINE: 'Dropped: the device is offline, and nothing is kept for it.',
  NOT_SUBSCRIBED: 'Dropped: the device has not subscribed to this topic.',
};
const MAX_LINES = 500;

const $ = (id) => document.getElementById(id);
const state = { filter: '', onlineOnly: false, page: 1, selected: location.hash.slice(1), device: null };
let source = null;
let retry = 0;
let networkOpen = true;
let desiredEdited = false;
let waitingLines = [];

// ---- small things

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function say(id, text, error = false) {
  $(id).textContent = text;
  $(id).classList.toggle('error', error);
}

async function send(method, path, body) {
  let response;
  try {
    response = await fetch('/console/' + path, { method, headers: { 'Content-Type': 'application/json' }, body });
  } catch {
    throw new Error('The simulator does not answer.');
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? 'The simulator answered ' + response.status + '.');
  return answer;
}

// runs an action of the user and says below it how it went
async function act(resultId, action, success) {
  say(resultId, '');
  try {
    const answer = await action();
    say(resultId, typeof success === 'function' ? success(answer) : success);
    return true;
  } catch (error) {
    say(resultId, error.message, true);
    return false;
  }
}

const devicePath = (action) => 'devices/' + state.selected.split('/').map(encodeURIComponent).join('/') + '/' + action;

// ---- the stream of events

function connect() {
  clearTimeout(retry);
  source?.close();
  const query = new URLSearchParams({ filter: state.filter, page: state.page, online: state.onlineOnly, device: state.selected });
  if ($('all-packets').checked) query.set('log', 'all');
  const stream = new EventSource('/console/events?' + query);
  source = stream;
  const on = (name, handle) => stream.addEventListener(name, (event) => {
    if (stream === source) handle(JSON.parse(event.data));
  });
  stream.onopen = () => showLive(true);
  stream.onerror = () => {
    if (stream !== source) return;
    showLive(false);
    // the browser itself tries again after a broken connection, but not after an error answer
    if (stream.readyState === EventSource.CLOSED) retry = setTimeout(connect, 1000);
  };
  on('devices', showDevices);
  on('device', showDevice);
  on('packet', (packet) => log(packetLine(packet)));
  on('lost', (lost) => log(element('li', 'note', lost.packets + ' packets were left out: this browser is too slow for them.')));
}

function showLive(live) {
  $('live').textContent = live ? 'live' : 'no connection, trying again';
  $('live').className = 'pill ' + (live ? 'good' : 'bad');
}

// ---- devices

function showDevices(list) {
  networkOpen = list.networkOpen;
  $('network').textContent = networkOpen ? 'Close MQTT ports' : 'Open MQTT ports';
  $('counts').textContent = list.online + ' of ' + list.total + ' devices online' + (networkOpen ? '' : ', MQTT ports closed');
  state.page = list.page;
  $('pager').hidden = list.pages < 2;
  $('page').textContent = 'Page ' + list.page + ' of ' + list.pages;
  $('previous').disabled = list.page <= 1;
  $('next').disabled = list.page >= list.pages;
  $('no-devices').hidden = list.matching > 0;
  showRows(list.devices);
}

// rows stay what they are while their devices stay: a row that is replaced under the mouse loses the click
function showRows(devices) {
  const before = [...$('devices').children];
  const known = new Map(before.map((row) => [row.firstChild.dataset.device, row]));
  const rows = devices.map((device) => {
    const row = known.get(nameOf(device)) ?? newRow(device);
    const button = row.firstChild;
    button.className = device.enabled ? (device.online ? 'online' : '') : 'disabled';
    button.lastChild.textContent = stateOf(device);
    return row;
  });
  if (rows.length === before.length && rows.every((row, index) => row === before[index])) return;
  const focused = document.activeElement;
  $('devices').replaceChildren(...rows);
  if ($('devices').contains(focused)) focused.focus();
}

function newRow(device) {
  const button = element('button');
  button.type = 'button';
  button.dataset.device = nameOf(device);
  if (nameOf(device) === state.selected) button.setAttribute('aria-current', 'true');
  const label = element('span');
  label.append(device.device, element('span', 'quiet', device.product));
  button.append(element('span', 'dot'), label, element('span', 'quiet'));
  button.addEventListener('click', () => select(nameOf(device)));
  const row = element('li');
  row.append(button);
  return row;
}

const nameOf = (device) => device.product + '/' + device.device;
const stateOf = (device) => (device.enabled ? (device.online ? 'online' : 'offline') : 'disabled');

function select(name) {
  if (name === state.selected) return;
  state.selected = name;
  state.device = null;
  desiredEdited = false;
  history.replaceState(null, '', '#' + name);
  for (const id of ['desired-result', 'message-result', 'faults-result', 'enable-result']) say(id, '');
  for (const button of $('devices').querySelectorAll('button')) {
    if (button.dataset.device === name) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }
  connect();
}

// ---- the selected device

function showDevice(device) {
  state.device = device;
  $('selected').hidden = device === null;
  $('nothing').hidden = device !== null;
  if (device === null) return;
  $('device-title').textContent = nameOf(device);
  $('device-state').textContent = stateOf(device);
  $('device-state').className = 'pill ' + (device.enabled ? (device.online ? 'good' : '') : 'bad');
  $('enable').textContent = device.enabled ? 'Disable' : 'Enable';
  $('device-facts').textContent = [
    'Signs in with a ' + device.credential,
    device.connects + ' of ' + device.connectAttempts + ' CONNECTs accepted',
    device.pendingMessages + ' messages pending',
    device.subscriptions.length ? 'subscribed to ' + device.subscriptions.join(', ') : 'no subscriptions',
  ].join(' · ');
  const shadow = device.shadow;
  $('shadow-facts').textContent = 'version ' + shadow.version + ', '
    + (shadow.timestamp ? 'updated ' + new Date(shadow.timestamp).toLocaleString() : 'never updated');
  for (const section of ['reported', 'desired', 'delta']) {
    if ($(section).textContent !== shadow[section]) $(section).textContent = shadow[section];
  }
  if (!desiredEdited) $('desired-json').value = shadow.desired;
  showFaults(device.faults);
}

function showFaults(faults) {
  for (const name in SWITCHES) $(name).checked = faults[name];
  for (const name in DELAYS) show(name, faults[name]);
  show('refuse-count', faults.refuseNextConnects.count);
  if (faults.refuseNextConnects.count > 0) show('refuse-code', faults.refuseNextConnects.connackCode);
}

// never under the hands of the user
function show(id, value) {
  if (document.activeElement !== $(id)) $(id).value = value;
}

async function setFault(name, value) {
  const done = await act('faults-result', () => send('PUT', devicePath('faults'), JSON.stringify({ [name]: value })), 'Set.');
  if (!done && state.device) showFaults(state.device.faults);
}

function buildFaults() {
  for (const [name, text] of Object.entries(SWITCHES)) {
    const label = element('label', 'check');
    const box = element('input');
    box.type = 'checkbox';
    box.id = name;
    box.addEventListener('change', () => setFault(name, box.checked));
    label.append(box, text);
    $('fault-switches').append(label);
  }
  for (const [name, text] of Object.entries(DELAYS)) {
    const field = element('div');
    const label = element('label', '', text);
    const input = element('input');
    label.htmlFor = name;
    Object.assign(input, { id: name, type: 'number', min: 0, max: 86400000, value: 0 });
    input.addEventListener('change', () => setFault(name, Number(input.value)));
    field.append(label, input);
    $('fault-delays').append(field);
  }
}

// ---- the log

function packetLine(packet) {
  const line = element('li');
  const at = new Date(packet.at);
  const time = element('time', '', at.toTimeString().slice(0, 8) + '.' + String(at.getMilliseconds()).padStart(3, '0'));
  time.dateTime = at.toISOString();
  const arrow = packet.direction === 'in' ? '→ ' : '← ';
  const type = element('span', 'type ' + packet.direction, arrow + packet.type);
  type.title = packet.direction === 'in' ? 'from the device' : 'from the cloud';
  const facts = [];
  if (packet.topic !== undefined) facts.push(packet.topic, 'QoS ' + packet.qos, packet.size + ' bytes');
  if (packet.duplicate) facts.push('DUP');
  if (packet.detail) facts.push(packet.detail);
  if (packet.packetId) facts.push('#' + packet.packetId);
  line.append(time, element('span', 'client', packet.client), type, element('span', 'what', facts.join(' · ')), element('span', 'payload mono', packet.preview ?? ''));
  return line;
}

function log(line) {
  if ($('paused').checked) return;
  if (waitingLines.length === 0) requestAnimationFrame(flushLog);
  waitingLines.push(line);
  // frames do not come while the page is in the background
  if (waitingLines.length > MAX_LINES) waitingLines.shift();
}

function flushLog() {
  const list = $('log');
  const view = $('log-view');
  const atEnd = view.scrollTop + view.clientHeight >= view.scrollHeight - 20;
  list.append(...waitingLines);
  waitingLines = [];
  while (list.childElementCount > MAX_LINES) list.firstElementChild.remove();
  $('no-packets').hidden = true;
  if (atEnd) view.scrollTop = view.scrollHeight;
}

// ---- what the user does

let typing = 0;
$('filter').addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    state.filter = $('filter').value;
    state.page = 1;
    connect();
  }, 200);
});
$('online-only').addEventListener('change', () => {
  state.onlineOnly = $('online-only').checked;
  state.page = 1;
  connect();
});
const turn = (pages) => {
  state.page += pages;
  connect();
};
$('previous').addEventListener('click', () => turn(-1));
$('next').addEventListener('click', () => turn(1));
$('all-packets').addEventListener('change', connect);
$('clear-log').addEventListener('click', () => {
  $('log').replaceChildren();
  $('no-packets').hidden = false;
});

$('network').addEventListener('click', () => act('global-result', () => send('PUT', 'network', String(!networkOpen)), ''));
$('forget-sessions').addEventListener('click', () => act('global-result', () => send('POST', 'forgetSessions', '{}'), 'All sessions are forgotten.'));
$('enable').addEventListener('click', () => act('enable-result', () => send('PUT', devicePath('enabled'), String(!state.device.enabled)), ''));

$('desired-json').addEventListener('input', () => { desiredEdited = true; });
const sendDesired = async (json) => {
  const sent = await act('desired-result', () => send('PUT', devicePath('desired'), json), (answer) => 'Sent: the shadow has version ' + answer.version + ' now.');
  if (sent) desiredEdited = false;
};
$('desired-form').addEventListener('submit', (event) => {
  event.preventDefault();
  sendDesired($('desired-json').value);
});
$('clear-desired').addEventListener('click', () => sendDesired('null'));

$('message-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const message = { topic: $('topic').value, qos: Number($('qos').value), payload: $('payload').value };
  act('message-result', () => send('POST', devicePath('messages'), JSON.stringify(message)), (answer) => OUTCOMES[answer.outcome] ?? answer.outcome);
});

$('refuse-form').addEventListener('submit', (event) => {
  event.preventDefault();
  setFault('refuseNextConnects', { count: Number($('refuse-count').value), connackCode: Number($('refuse-code').value) });
});
$('cut').addEventListener('click', () => act('faults-result', () => send('POST', devicePath('cutConnection'), '{}'), 'Connection cut.'));
$('second-login').addEventListener('click', () => act('faults-result', () => send('POST', devicePath('secondLogin'), '{}'), 'Closed as by a second login.'));

buildFaults();
connect();
