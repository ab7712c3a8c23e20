// In a test no file is served: the address of a drawing is not looked at.
export default 'drawing.svg';
