// The chat: Microsoft's Web Chat over the bot's own Direct Line, by WebSocket where one can be opened and by polling where not.
// Whatever ends the line (a restart, an expired token, a computer that slept) is mended here: a new token, and on from the last thing heard.
(() => {
  'use strict';

  const place = document.getElementById('webchat');
  const trouble = document.getElementById('trouble');
  const antiforgery = document.querySelector('input[name="antiforgery"]').value;
  const { nonce } = document.currentScript;
  const domain = `${location.origin}/directline/v3`;
  const Offline = 3; // the line's states from here on: expired, failed, ended
  const LookAgain = 5000;
  const PollPatience = 15000;
  const SocketPatience = 4000;
  let line;

  // Web Chat holds an answer back until it has shown what is answered, which may lie before the watermark: the order is the server's.
  // A card says all that its text and its buttons say; a reader of the screen is told the text.
  const store = window.WebChat.createStore({}, () => next => action => {
    if (action.type !== 'DIRECT_LINE/INCOMING_ACTIVITY') return next(action);
    const { replyToId, ...activity } = action.payload.activity;
    if (activity.attachments?.length) {
      activity.channelData = { ...activity.channelData, 'webchat:fallback-text': activity.text };
      delete activity.text;
      delete activity.suggestedActions;
    }
    return next({ ...action, payload: { ...action.payload, activity } });
  });

  function call(path, headers, method = 'POST') {
    return fetch(`${domain}/${path}`, { method, headers });
  }

  // A first look at the line: whoever stands between may let no WebSocket through.
  async function canOpenSocket({ conversationId, token }) {
    const answer = await call(`conversations/${conversationId}?watermark=-`, { Authorization: `Bearer ${token}` }, 'GET');
    if (!answer.ok) throw new Error(String(answer.status));
    const { streamUrl } = await answer.json();
    return new Promise(resolve => {
      try {
        const socket = new WebSocket(streamUrl);
        const timer = setTimeout(() => settle(false), SocketPatience);
        const settle = opened => {
          clearTimeout(timer);
          socket.close();
          resolve(opened);
        };
        socket.onopen = () => settle(true);
        socket.onerror = () => settle(false);
      } catch {
        resolve(false);
      }
    });
  }

  function tell(what) {
    trouble.hidden = !what;
    trouble.textContent = what ? trouble.dataset[what] : '';
    if (what !== 'signedOut') return;
    trouble.append(' ', Object.assign(document.createElement('a'), { href: '/chat', textContent: trouble.dataset.signIn }));
  }

  async function connect(watermark) {
    let ticket;
    let webSocket;
    try {
      const answer = await call('tokens/generate', { 'X-Antiforgery': antiforgery });
      if (answer.status === 401 || answer.status === 400) {
        tell('signedOut');
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      ticket = await answer.json();
      webSocket = await canOpenSocket(ticket);
    } catch {
      tell('away');
      setTimeout(connect, LookAgain, watermark);
      return;
    }
    tell();
    place.dataset.over = webSocket ? 'websocket' : 'polling';
    const { conversationId, token } = ticket;
    const opened = window.WebChat.createDirectLine({ domain, conversationId, token, watermark, webSocket });
    line = opened;
    render();

    const anew = () => {
      if (line !== opened) return;
      line = undefined;
      stopListening();
      opened.end();
      setTimeout(connect, LookAgain, opened.watermark || watermark);
    };
    const stopListening = webSocket ? () => {} : listenForPolls(anew);
    opened.connectionStatus$.subscribe(status => status >= Offline && anew());
  }

  // A poll that fails once ends Web Chat's polling for good, without a word: silence is how it is noticed.
  function listenForPolls(onSilence) {
    let heardAt = Date.now();
    const ear = new PerformanceObserver(list => {
      if (list.getEntries().some(entry => entry.name.includes('/activities?'))) heardAt = Date.now();
    });
    ear.observe({ type: 'resource' });
    const watch = setInterval(() => Date.now() - heardAt > PollPatience && onSilence(), LookAgain);
    return () => {
      clearInterval(watch);
      ear.disconnect();
    };
  }

  function render() {
    if (!line) return;
    const style = getComputedStyle(document.documentElement);
    const names = ['ink', 'soft', 'paper', 'panel', 'line', 'accent', 'grave'];
    const [ink, soft, paper, panel, border, accent, grave] = names.map(name => style.getPropertyValue(`--${name}`).trim());
    const font = getComputedStyle(document.body).fontFamily;
    const onCards = { default: ink, accent, good: accent, warning: grave, attention: grave, light: soft, dark: ink };
    const foregroundColors = Object.fromEntries(Object.entries(onCards).map(([name, value]) => [name, { default: value, subtle: soft }]));
    window.WebChat.renderWebChat(
      {
        directLine: line,
        store,
        nonce,
        locale: place.dataset.language,
        styleOptions: {
          accent,
          backgroundColor: 'transparent',
          primaryFont: font,
          subtle: soft,
          bubbleBackground: panel,
          bubbleBorderColor: border,
          bubbleBorderRadius: 8,
          bubbleTextColor: ink,
          bubbleFromUserBackground: paper,
          bubbleFromUserBorderColor: accent,
          bubbleFromUserBorderRadius: 8,
          bubbleFromUserTextColor: ink,
          bubbleMaxWidth: 640,
          bubbleMinWidth: 120,
          cardEmphasisBackgroundColor: paper,
          cardPushButtonBackgroundColor: accent,
          cardPushButtonTextColor: panel,
          disableFileUpload: true,
          hideUploadButton: true,
          failedConnectivity: grave,
          newMessagesButtonBackground: panel,
          notificationText: soft,
          slowConnectivity: accent,
          rootHeight: '100%',
          sendBoxBackground: panel,
          sendBoxBorderTop: `1px solid ${border}`,
          sendBoxButtonColor: accent,
          sendBoxPlaceholderColor: soft,
          sendBoxTextColor: ink,
          suggestedActionBackgroundColor: panel,
          suggestedActionBorderColor: accent,
          suggestedActionBorderRadius: 8,
          suggestedActionLayout: 'flow',
          suggestedActionTextColor: accent,
          timestampColor: soft,
        },
        adaptiveCardsHostConfig: {
          fontFamily: font,
          fontSizes: { small: 14, default: 16, medium: 18, large: 21, extraLarge: 26 },
          spacing: { small: 4, default: 8, medium: 12, large: 20, padding: 12 },
          actions: { actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8, maxActions: 20, spacing: 'default' },
          containerStyles: { default: { backgroundColor: panel, foregroundColors } },
          inputs: { label: { inputSpacing: 'small' }, errorMessage: { color: 'attention' } },
          supportsInteractivity: true,
        },
      },
      place,
    );
  }

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', render);
  connect(place.dataset.watermark);
})();
