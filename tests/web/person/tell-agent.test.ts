import { describe, expect, it } from 'vitest';
import { tellAgent } from '../../../web/panels/person/tell-agent.ts';

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';

describe('an agent in plain words', () => {
  it.each([
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`, 'Chrome', 'Windows'],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/131.0.0.0`, 'Edge', 'Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox', 'Linux'],
    [`Mozilla/5.0 (X11; Linux x86_64; UOS) ${chrome}`, 'Chrome', 'UOS'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15',
      'Safari',
      'macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50(0x18003231)',
      'WeChat',
      'iPhone',
    ],
    [`Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH-AN00) ${chrome} HuaweiBrowser/15.0.4.312`, 'Huawei', 'HarmonyOS'],
    [`Mozilla/5.0 (Linux; Android 14; Pixel 8) ${chrome.replace('Safari', 'Mobile Safari')}`, 'Chrome', 'Android'],
  ])('%s', (agent, browser, system) => {
    expect(tellAgent(agent)).toEqual({ browser, system });
  });

  it.each([null, '', 'curl/8.5.0', 'node'])('says nothing it does not know: %s', (agent) => {
    expect(tellAgent(agent)).toEqual({ browser: null, system: null });
  });
});
