/** A QGIS project of one table of parcels that may be changed over WFS-T, with nothing that would slow it down. */
export function qgisProject(databaseSource: string, epsg: number): string {
  const layer = 'parcels_of_the_park';
  const srs = `<spatialrefsys><authid>EPSG:${epsg}</authid></spatialrefsys>`;
  return `<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16">
  <projectCrs>${srs}</projectCrs>
  <layer-tree-group><layer-tree-layer id="${layer}" name="parcel" providerKey="postgres" checked="Qt::Checked"/></layer-tree-group>
  <projectlayers>
    <maplayer type="vector" geometry="MultiPolygon">
      <id>${layer}</id>
      <datasource>${escaped(databaseSource)} key='id' srid=${epsg} type=MultiPolygon estimatedmetadata=true table="public"."parcel" (boundary)</datasource>
      <layername>parcel</layername>
      <srs>${srs}</srs>
      <provider encoding="UTF-8">postgres</provider>
    </maplayer>
  </projectlayers>
  <properties>
    <WFSLayers type="QStringList"><value>${layer}</value></WFSLayers>
    <WFSTLayers><Update type="QStringList"><value>${layer}</value></Update></WFSTLayers>
    <WFSLayersPrecision><${layer} type="int">3</${layer}></WFSLayersPrecision>
  </properties>
</qgis>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The transaction that sets the day a parcel got telecom. */
export function wfsUpdate(parcelId: number, doneOn: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<wfs:Transaction service="WFS" version="1.1.0" xmlns:wfs="http://www.opengis.net/wfs" xmlns:ogc="http://www.opengis.net/ogc">
  <wfs:Update typeName="parcel">
    <wfs:Property><wfs:Name>telecom_on</wfs:Name><wfs:Value>${doneOn}</wfs:Value></wfs:Property>
    <ogc:Filter><ogc:FeatureId fid="parcel.${parcelId}"/></ogc:Filter>
  </wfs:Update>
</wfs:Transaction>`;
}
