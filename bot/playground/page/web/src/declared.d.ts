declare module "virtual:emoji" {
  const shown: Record<string, string>;
  export default shown;
}
declare module "*.css";
