import axios from 'axios'
import { headers } from './headers.ts'

export const api = axios.create({ baseURL: 'https://api.library.example', headers })
