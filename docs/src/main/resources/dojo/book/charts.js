// The one style of all charts. Small, because a telephone is; the page draws it larger where there is room.
// Rows differ in lightness, in dashes and in marks before they differ in colour: paper may be grey.

function draw(spec, colours) {
  var chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 440, height: 280 });
  chart.setOption(options(spec, colours));
  var svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

function options(spec, colours) {
  var words = { fontFamily: "'Noto Sans', sans-serif", fontSize: 12, color: colours.ink };
  var legend = spec.rows.length > 1 || spec.shape === 'heat';
  var x = {
    type: 'category', data: spec.at, name: spec.across, nameLocation: 'middle', nameGap: 26, nameTextStyle: words,
    boundaryGap: spec.shape !== 'lines', axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.muted } }, axisLabel: { color: colours.muted, fontSize: 12 }
  };
  var y = {
    type: 'value', axisLabel: { color: colours.muted, fontSize: 12, formatter: thousands },
    splitLine: { lineStyle: { color: colours.grid } }
  };
  var common = {
    animation: false, textStyle: words,
    title: { text: spec.along, left: 0, top: legend ? 26 : 2, padding: 4, textStyle: { fontSize: 12, fontWeight: 'normal', color: colours.ink } },
    // No font is asked how wide words are, so there is room for wider ones.
    legend: { show: legend, left: 0, top: 2, padding: 4, itemGap: 28, itemWidth: 26, itemHeight: 10, textStyle: words },
    grid: { left: 6, right: 20, top: legend ? 56 : 32, bottom: 34, containLabel: true },
    xAxis: x, yAxis: y
  };
  if (spec.shape === 'heat') {
    return heat(spec, colours, common);
  }
  common.series = spec.rows.map(function (row, i) {
    var data = spec.values.map(function (values) { return values[i]; });
    return spec.shape === 'bars' ? bars(spec, colours, row, i, data) : line(colours, row, i, data);
  });
  return common;
}

function bars(spec, colours, row, i, data) {
  var fill = spec.rows.length === 1 ? [colours.first] : [colours.calm, colours.second, colours.third];
  return { type: 'bar', name: row, stack: 'all', silent: true, barCategoryGap: '18%', data: data, itemStyle: { color: fill[i] } };
}

function line(colours, row, i, data) {
  var colour = [colours.first, colours.second, colours.third, colours.fourth][i];
  return {
    type: 'line', name: row, silent: true, data: data, symbol: ['circle', 'rect', 'triangle', 'diamond'][i], symbolSize: 6,
    showAllSymbol: false, lineStyle: { color: colour, width: 2, type: ['solid', 'dashed', 'dotted', [8, 3, 2, 3]][i] }, itemStyle: { color: colour }
  };
}

function heat(spec, colours, common) {
  var cells = [], most = 1;
  spec.values.forEach(function (values, x) {
    values.forEach(function (value, y) {
      cells.push([x, y, value]);
      most = Math.max(most, value);
    });
  });
  var step = Math.ceil(most / 4);
  var pieces = [{ value: 0, label: '0', color: colours['heat-0'] }];
  for (var i = 0; i < 4 && i * step < most; i++) {
    var from = i * step + 1, to = (i + 1) * step;
    pieces.push({ gte: from, lte: to, label: from === to ? '' + to : from + '\u2013' + to, color: colours['heat-' + (i + 1)] });
  }
  common.legend.show = false;
  common.visualMap = {
    type: 'piecewise', pieces: pieces, orient: 'horizontal', left: 0, top: 2, padding: 4, itemGap: 12, itemWidth: 14,
    itemHeight: 10, itemSymbol: 'rect', textStyle: common.textStyle
  };
  common.yAxis = {
    type: 'category', data: spec.rows, axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: colours.muted, fontSize: 12 }
  };
  common.series = [{ type: 'heatmap', silent: true, data: cells, itemStyle: { borderColor: colours.grid, borderWidth: 0.5 } }];
  return common;
}

function thousands(value) {
  return ('' + value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
