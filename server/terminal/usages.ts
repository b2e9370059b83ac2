const call = 'npm run yuantu --';

/** How every command is given. */
export const usages = {
  report:
    'npm run report -- --park PARK [--as-of YYYY-MM-DD] [--format md|docx|xlsx|json] [--weekly] [--out FILE] [--url http://HOST:PORT]',
  backup: `${call} backup FILE`,
  restore: `${call} restore FILE`,
  check: `${call} check FILE [--crs EPSG:4527] [--park PARK] [--layer NAME] [--json] [--lang zh|en]`,
  import: `${call} import FILE --on YYYY-MM-DD [--park PARK] [--crs EPSG:4527] [--layer NAME] [--scope held|whole] [--repair] [--accept] [--json] [--lang zh|en]`,
  export: `${call} export FILE [--park PARK] [--format txt|shapefile|dxf|kml|geopackage|flatgeobuf|geojson|csv|workbook] [--encoding gbk|utf-8] [--codes A-01,A-02 | --phase PHASE] [--on YYYY-MM-DD] [--lang zh|en] [--force]`,
  user: {
    add: `${call} user add NAME --name 王路 --role road-clerk[,land-clerk]`,
    list: `${call} user list`,
    password: `${call} user password NAME`,
    disable: `${call} user disable NAME`,
    enable: `${call} user enable NAME`,
  },
} as const;
