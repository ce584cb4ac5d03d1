import {BuilderElement} from 'docx'

/** Words across the page, the way Word writes its own watermarks; the empty `alt` tells screen readers to pass over it. */
export function watermarkOf(mark: string): BuilderElement {
  const width = Math.min(420, 90 * Math.max(2, [...mark].length))
  const style = [
    'position:absolute;margin-left:0;margin-top:0',
    `width:${width}pt;height:${Math.round(width / 3)}pt`,
    'rotation:315;z-index:-251658752',
    'mso-position-horizontal:center;mso-position-horizontal-relative:margin',
    'mso-position-vertical:center;mso-position-vertical-relative:margin'
  ].join(';')
  const shape = element(
    'v:shape',
    {
      id: 'PowerPlusWaterMarkObject1',
      'o:spid': '_x0000_s2049',
      type: '#_x0000_t136',
      alt: '',
      style,
      'o:allowincell': 'f',
      fillcolor: '#d9d9d9',
      stroked: 'f'
    },
    [
      element('v:fill', {opacity: '.5'}),
      element('v:textpath', {style: 'font-family:"Times New Roman";font-size:1pt', string: mark})
    ]
  )
  return element('w:pict', {}, [wordArt(), shape])
}

/** The shape type "plain text" (136) as Office defines it. */
function wordArt(): BuilderElement {
  const formulas = [
    ...[
      'sum #0 0 10800',
      'prod #0 2 1',
      'sum 21600 0 @1',
      'sum 0 0 @2',
      'sum 21600 0 @3',
      'if @0 @3 0',
      'if @0 21600 @1'
    ],
    ...['if @0 0 @2', 'if @0 @4 21600', 'mid @5 @6', 'mid @8 @5', 'mid @7 @8', 'mid @6 @7', 'sum @6 0 @5']
  ]
  return element(
    'v:shapetype',
    {
      id: '_x0000_t136',
      coordsize: '21600,21600',
      'o:spt': '136',
      adj: '10800',
      path: 'm@7,l@8,m@5,21600l@6,21600e'
    },
    [
      element(
        'v:formulas',
        {},
        formulas.map(eqn => element('v:f', {eqn}))
      ),
      element('v:path', {
        textpathok: 't',
        'o:connecttype': 'custom',
        'o:connectlocs': '@9,0;@10,10800;@11,21600;@12,10800',
        'o:connectangles': '270,180,90,0'
      }),
      element('v:textpath', {on: 't', fitshape: 't'})
    ]
  )
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly BuilderElement[] = []
): BuilderElement {
  const keyed = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, {key, value}]))
  return new BuilderElement({name, attributes: keyed, children})
}
